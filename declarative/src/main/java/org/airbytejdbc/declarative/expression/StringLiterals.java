package org.airbytejdbc.declarative.expression;

import java.util.Locale;
import java.util.Optional;

/** Reads one Python string literal with its prefix and quotes. */
final class StringLiterals {
  private final String text;
  private final int start;
  private int quote;
  private int end;

  StringLiterals(String text, int start) {
    this.text = text;
    this.start = start;
    this.quote = start;
    while (quote < text.length() && Character.isLetter(text.charAt(quote))) {
      quote++;
    }
  }

  boolean isAtString() {
    return quote < text.length() && (text.charAt(quote) == '\'' || text.charAt(quote) == '"');
  }

  /** Where the string ends. */
  int position() {
    return end;
  }

  /** The string, or {@link Opaque} bytes; empty if it is none that a literal may hold. */
  Optional<Object> next() {
    String prefix = text.substring(start, quote).toLowerCase(Locale.ROOT);
    boolean raw = prefix.contains("r");
    boolean bytes = prefix.contains("b");
    if (!prefix.matches("|u|r|b|rb|br")) {
      return Optional.empty();
    }
    String mark = text.substring(quote, quote + 1);
    String delimiter = text.startsWith(mark.repeat(3), quote) ? mark.repeat(3) : mark;
    int from = quote + delimiter.length();
    int at = from;
    while (!text.startsWith(delimiter, at)) {
      if (at >= text.length() || delimiter.length() == 1 && text.charAt(at) == '\n') {
        return Optional.empty();
      }
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    end = at + delimiter.length();
    String inside = text.substring(from, at);
    if (bytes) {
      return inside.chars().allMatch(c -> c < 128)
          ? Optional.of(new Opaque("b" + mark + inside + mark))
          : Optional.empty();
    }
    try {
      return Optional.of(raw ? inside : Escapes.decode(inside));
    } catch (ExpressionException malformed) {
      return Optional.empty();
    }
  }
}
