package org.airbytejdbc.declarative.expression;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Python's {@code text % values}. */
final class PercentFormat {
  private static final Pattern DIRECTIVE =
      Pattern.compile(
          "%(?:\\((?<key>[^()]*)\\))?(?<flags>[-+ #0]*)(?<width>\\d+|\\*)?"
              + "(?:\\.(?<precision>\\d+|\\*)?(?<dot>))?[hlL]?(?<type>.)",
          Pattern.DOTALL);

  private final @Nullable Object values;
  private final List<?> list;
  private int used;

  private PercentFormat(@Nullable Object values) {
    this.values = values;
    this.list = values instanceof Tuple tuple ? tuple : List.of();
  }

  static String format(String format, @Nullable Object values) {
    return new PercentFormat(values).format(format);
  }

  private String format(String format) {
    var text = new StringBuilder();
    Matcher directive = DIRECTIVE.matcher(format);
    int from = 0;
    for (int at = format.indexOf('%'); at >= 0; at = format.indexOf('%', from)) {
      if (!directive.region(at, format.length()).lookingAt()) {
        throw ExpressionException.value("A format does not end");
      }
      text.append(format, from, at).append(directive(directive));
      Limits.text(text.length());
      from = directive.end();
    }
    boolean all = values instanceof Tuple ? used == list.size() : used == 1;
    if (!all
        && !(used == 0
            && (values instanceof Map || values instanceof List && !(values instanceof Tuple)))) {
      throw ExpressionException.type("Not all arguments are used by the format");
    }
    return text.append(format, from, format.length()).toString();
  }

  private String directive(Matcher part) {
    char type = part.group("type").charAt(0);
    String flags = part.group("flags");
    if (type == '%') {
      return "%";
    }
    int width = number(part.group("width"), 0);
    String digits = part.group("precision");
    int precision = part.group("dot") == null ? -1 : number(digits, 0);
    if (width < 0) {
      flags += "-";
      width = -width;
    }
    Object value = part.group("key") == null ? next() : member(part.group("key"));
    return switch (type) {
      case 's' -> pad(cut(PythonText.str(value), precision), "", width, flags.replace("0", ""));
      case 'r', 'a' ->
          pad(cut(PythonText.repr(value), precision), "", width, flags.replace("0", ""));
      case 'c' -> pad(character(value), "", width, flags.replace("0", ""));
      case 'd', 'i', 'u', 'o', 'x', 'X' -> whole(value, type, flags, width, precision);
      case 'e', 'E', 'f', 'F', 'g', 'G' -> real(value, type, flags, width, precision);
      default -> throw ExpressionException.value("A format has an unknown directive");
    };
  }

  private int number(@Nullable String digits, int otherwise) {
    if (digits == null) {
      return otherwise;
    }
    return digits.equals("*")
        ? Numbers.index(next())
        : Limits.size(digits.length() > 9 ? Long.MAX_VALUE : Long.parseLong(digits));
  }

  private @Nullable Object next() {
    if (values instanceof Tuple) {
      if (used == list.size()) {
        throw ExpressionException.type("There are not enough arguments for the format");
      }
      return list.get(used++);
    }
    if (used++ > 0) {
      throw ExpressionException.type("There are not enough arguments for the format");
    }
    return values;
  }

  private @Nullable Object member(String key) {
    if (!(values instanceof Map<?, ?> map)) {
      throw ExpressionException.type("The format needs a mapping");
    }
    Object found = Items.find(map, key);
    if (found == Items.MISSING) {
      throw ExpressionException.value("The format names a missing key");
    }
    return found;
  }

  private static String cut(String text, int precision) {
    return precision < 0 ? text : (String) Sequences.slice(text, null, (long) precision, 1);
  }

  private static String character(@Nullable Object value) {
    if (value instanceof String text && Sequences.length(text) == 1) {
      return text;
    }
    if (Numbers.isLong(value) && Character.isValidCodePoint((int) Numbers.toLong(value))) {
      return Character.toString((int) Numbers.toLong(value));
    }
    throw ExpressionException.type("%c needs a character");
  }

  private static String whole(
      @Nullable Object value, char type, String flags, int width, int precision) {
    if (!Numbers.isNumber(value) || "oxX".indexOf(type) >= 0 && Numbers.isFloat(value)) {
      throw unfit(value);
    }
    var number =
        Numbers.toBig(Numbers.isFloat(value) ? Numbers.truncate(Numbers.toDouble(value)) : value);
    String prefix =
        flags.contains("#")
            ? (type == 'o' ? "0o" : "duix".indexOf(type) == 3 ? "0x" : type == 'X' ? "0X" : "")
            : "";
    String digits =
        number.abs().toString(type == 'o' ? 8 : Character.toLowerCase(type) == 'x' ? 16 : 10);
    digits = "0".repeat(Math.max(0, precision - digits.length())) + digits;
    digits = type == 'X' ? digits.toUpperCase(Locale.ROOT) : digits;
    return pad(digits, sign(number.signum() < 0, flags) + prefix, width, flags);
  }

  private static String real(
      @Nullable Object value, char type, String flags, int width, int precision) {
    if (!Numbers.isNumber(value)) {
      throw unfit(value);
    }
    double number = Numbers.toDouble(value);
    String digits =
        FloatFormat.of(number, type, precision < 0 ? 6 : precision, flags.contains("#"));
    digits = Character.isUpperCase(type) ? digits.toUpperCase(Locale.ROOT) : digits;
    return pad(digits, sign(Math.copySign(1, number) < 0, flags), width, flags);
  }

  private static ExpressionException unfit(@Nullable Object value) {
    return value instanceof Undefined undefined
        ? undefined.failure()
        : ExpressionException.type("The format needs a number");
  }

  private static String sign(boolean negative, String flags) {
    return negative ? "-" : flags.contains("+") ? "+" : flags.contains(" ") ? " " : "";
  }

  private static String pad(String digits, String sign, int width, String flags) {
    int missing = Padding.missing(sign + digits, width);
    if (flags.contains("-")) {
      return sign + digits + " ".repeat(missing);
    }
    return flags.contains("0")
        ? sign + "0".repeat(missing) + digits
        : " ".repeat(missing) + sign + digits;
  }
}
