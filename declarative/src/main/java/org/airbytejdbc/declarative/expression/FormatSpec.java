package org.airbytejdbc.declarative.expression;

import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What stands behind the colon of a replacement field, as in <code>{:>8.2f}</code>. */
final class FormatSpec {
  private static final Pattern FORM =
      Pattern.compile(
          "(?:(?<fill>.)?(?<align>[<>=^]))?(?<sign>[-+ ])?(?<z>z)?(?<alternate>#)?(?<zero>0)?"
              + "(?<width>\\d{1,7})?(?<group>[,_])?(?:\\.(?<precision>\\d{1,7}))?(?<type>[a-zA-Z%])?",
          Pattern.DOTALL);

  private final Matcher spec;
  private final char type;
  private final int precision;

  private FormatSpec(Matcher spec) {
    this.spec = spec;
    this.type = spec.group("type") == null ? ' ' : spec.group("type").charAt(0);
    this.precision =
        spec.group("precision") == null ? -1 : Integer.parseInt(spec.group("precision"));
  }

  static String format(@Nullable Object value, String spec) {
    if (spec.isEmpty()) {
      return PythonText.str(value);
    }
    if (value instanceof java.time.temporal.Temporal time) {
      return StrfTime.format(time, spec);
    }
    Matcher form = FORM.matcher(spec);
    if (!form.matches()) {
      throw ExpressionException.value("No format");
    }
    return new FormatSpec(form).format(value);
  }

  private String format(@Nullable Object value) {
    if (value instanceof String text) {
      return text(text);
    }
    if (value instanceof Boolean && type == ' ') {
      return whole(Numbers.toBig(value));
    }
    if (Numbers.isNumber(value)) {
      boolean whole = Numbers.isWhole(value);
      if (whole && "eEfFgG%".indexOf(type) < 0) {
        return whole(Numbers.toBig(value));
      }
      return real(Numbers.toDouble(value));
    }
    throw ExpressionException.type(PythonText.typeName(value) + " takes no format");
  }

  private String text(String text) {
    if (type != ' ' && type != 's'
        || spec.group("sign") != null
        || "=".equals(spec.group("align"))
        || spec.group("group") != null) {
      throw ExpressionException.value("No format for a string");
    }
    String cut = precision < 0 ? text : (String) Sequences.slice(text, null, (long) precision, 1);
    return pad("", cut, spec.group("zero") != null && spec.group("align") == null ? "<" : "<");
  }

  private String whole(BigInteger number) {
    int radix =
        switch (type) {
          case ' ', 'd', 'n' -> 10;
          case 'x', 'X' -> 16;
          case 'o' -> 8;
          case 'b' -> 2;
          case 'c' -> 0;
          default -> throw ExpressionException.value("No format for a whole number");
        };
    if (precision >= 0) {
      throw ExpressionException.value("A whole number has no precision");
    }
    if (radix == 0) {
      return pad("", Character.toString(number.intValue()), "<");
    }
    String digits = group(number.abs().toString(radix), radix == 10 ? 3 : 4);
    String prefix = spec.group("alternate") == null || radix == 10 ? "" : "0" + type;
    digits = type == 'X' ? digits.toUpperCase(Locale.ROOT) : digits;
    return pad(sign(number.signum() < 0) + prefix, digits, ">");
  }

  private String real(double number) {
    String digits;
    if (type == ' ' && precision < 0) {
      digits = FloatText.of(Math.abs(number));
    } else if (type == ' ') {
      digits = FloatFormat.of(number, 'g', precision, false);
      digits = digits.matches("\\d+") && digits.length() < precision ? digits + ".0" : digits;
    } else if ("eEfFgG%n".indexOf(type) >= 0) {
      digits =
          FloatFormat.of(
              number,
              type == 'n' ? 'g' : type,
              precision < 0 ? 6 : precision,
              spec.group("alternate") != null);
      digits = Character.isUpperCase(type) ? digits.toUpperCase(Locale.ROOT) : digits;
    } else {
      throw ExpressionException.value("No format for a number");
    }
    int end = 0;
    while (end < digits.length() && Character.isDigit(digits.charAt(end))) {
      end++;
    }
    String grouped = group(digits.substring(0, end), 3) + digits.substring(end);
    return pad(sign(Math.copySign(1, number) < 0), grouped, ">");
  }

  private String group(String digits, int size) {
    String separator = spec.group("group");
    if (separator == null) {
      return digits;
    }
    var grouped = new StringBuilder(digits);
    for (int i = digits.length() - size; i > 0; i -= size) {
      grouped.insert(i, separator);
    }
    return grouped.toString();
  }

  private String sign(boolean negative) {
    String sign = spec.group("sign");
    return negative ? "-" : sign == null || sign.equals("-") ? "" : sign;
  }

  private String pad(String sign, String digits, String usual) {
    String width = spec.group("width");
    boolean zero = spec.group("zero") != null;
    String given = spec.group("align");
    String align = given != null ? given : zero && usual.equals(">") ? "=" : usual;
    String fill = spec.group("fill") != null ? spec.group("fill") : zero ? "0" : " ";
    int missing = width == null ? 0 : Padding.missing(sign + digits, Integer.parseInt(width));
    return switch (align) {
      case "<" -> sign + digits + fill.repeat(missing);
      case "^" -> fill.repeat(missing / 2) + sign + digits + fill.repeat(missing - missing / 2);
      case "=" -> sign + fill.repeat(missing) + digits;
      default -> fill.repeat(missing) + sign + digits;
    };
  }
}
