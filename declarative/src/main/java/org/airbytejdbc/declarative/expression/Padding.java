package org.airbytejdbc.declarative.expression;

/** Texts made wider. */
final class Padding {
  private Padding() {}

  static String left(String text, Arguments arguments) {
    return text + fill(arguments).repeat(missing(text, arguments.integer(0)));
  }

  static String right(String text, Arguments arguments) {
    return fill(arguments).repeat(missing(text, arguments.integer(0))) + text;
  }

  static String center(String text, Arguments arguments) {
    int width = arguments.integer(0);
    int missing = missing(text, width);
    int before = missing / 2 + (missing & width & 1);
    return fill(arguments).repeat(before) + text + fill(arguments).repeat(missing - before);
  }

  /** Zeros between the sign and the digits. */
  static String zeros(String text, int width) {
    String zeros = "0".repeat(missing(text, width));
    boolean signed = text.startsWith("-") || text.startsWith("+");
    return signed ? text.charAt(0) + zeros + text.substring(1) : zeros + text;
  }

  static int missing(String text, int width) {
    return Math.max(0, Limits.size(width) - Sequences.length(text));
  }

  private static String fill(Arguments arguments) {
    if (!arguments.has(1)) {
      return " ";
    }
    String fill = arguments.text(1);
    if (Sequences.length(fill) != 1) {
      throw ExpressionException.type("The fill must be one character");
    }
    return fill;
  }
}
