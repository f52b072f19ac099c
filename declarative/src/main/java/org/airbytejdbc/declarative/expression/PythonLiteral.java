package org.airbytejdbc.declarative.expression;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a text as a Python literal, as {@code ast.literal_eval} does. */
final class PythonLiteral {
  private static final String DIGITS = "\\d(?:_?\\d)*";
  private static final Pattern NUMBER =
      Pattern.compile(
          ("(?<float>(?:D\\.(?:D)?|\\.D)(?:[eE][+-]?D)?|D[eE][+-]?D)".replace("D", DIGITS))
              + "|0[xX](?<hex>(?:_?[0-9a-fA-F])+)|0[oO](?<octal>(?:_?[0-7])+)"
              + "|0[bB](?<binary>(?:_?[01])+)|(?<integer>[1-9](?:_?\\d)*|0(?:_?0)*)");
  private static final Pattern IMAGINARY =
      Pattern.compile("(?:(?:D\\.?(?:D)?|\\.D)(?:[eE][+-]?D)?)[jJ]".replace("D", DIGITS));
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+");

  /** Python refuses to make more decimal digits a number. */
  private static final int MOST_DIGITS = 4300;

  /** The text is no literal. Thrown often, so without its stack. */
  private static final class NoLiteral extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoLiteral() {
      super("", null, false, false);
    }
  }

  private final String text;
  private int at;
  private int depth;
  private boolean unhashable;

  private PythonLiteral(String text) {
    this.text = text;
  }

  /** The value, or the text itself if it is no literal. */
  static @Nullable Object orText(String text) {
    if (!mayBe(text)) {
      return text;
    }
    try {
      return text.indexOf('\0') < 0 ? new PythonLiteral(text).whole() : text;
    } catch (NoLiteral none) {
      return text;
    }
  }

  /** Most texts tell by their first character that they are none. */
  private static boolean mayBe(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isWhitespace(c)) {
        return switch (c) {
          case 'T', 'F', 'N', 's', 'b', 'B', 'r', 'R', 'u', 'U' -> true;
          default -> c < 128 && !Character.isLetter(c);
        };
      }
    }
    return false;
  }

  private @Nullable Object whole() {
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    int start = at;
    skipLines();
    if (at > start && !isLineEnd(text.charAt(at - 1))) {
      throw new NoLiteral();
    }
    Object value = value();
    if (next(',')) {
      List<@Nullable Object> items = new ArrayList<>();
      items.add(value);
      skip();
      while (at < text.length() && !isLineEnd(text.charAt(at))) {
        items.add(value());
        if (!next(',')) {
          break;
        }
        skip();
      }
      value = Tuple.copyOf(items);
    }
    skipLines();
    if (at < text.length()) {
      throw new NoLiteral();
    }
    if (unhashable) {
      throw ExpressionException.value("A text is a literal with a list or dict for a key");
    }
    return value;
  }

  private void skipLines() {
    skip();
    while (at < text.length() && isLineEnd(text.charAt(at))) {
      at++;
      skip();
    }
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }

  /** Skips spaces and comments, and within brackets the ends of lines. */
  private void skip() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '#') {
        while (at < text.length() && !isLineEnd(text.charAt(at))) {
          at++;
        }
      } else if (c == ' ' || c == '\t' || c == '\f' || depth > 0 && isLineEnd(c)) {
        at++;
      } else {
        return;
      }
    }
  }

  private boolean next(char c) {
    skip();
    if (at < text.length() && text.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }

  private @Nullable Object value() {
    skip();
    if (at >= text.length()) {
      throw new NoLiteral();
    }
    char c = text.charAt(at);
    return switch (c) {
      case '(' -> tuple();
      case '[' -> {
        open();
        yield items(']');
      }
      case '{' -> braces();
      case '\'', '"' -> strings();
      case '+', '-' -> {
        at++;
        skip();
        yield complex(c == '-' ? negative(operand()) : operand());
      }
      default -> c == '.' || c >= '0' && c <= '9' ? complex(dotted()) : word();
    };
  }

  private void open() {
    at++;
    if (++depth > Limits.DEPTH) {
      throw new NoLiteral();
    }
  }

  private List<@Nullable Object> items(char close) {
    List<@Nullable Object> items = new ArrayList<>();
    while (!next(close)) {
      items.add(value());
      if (!next(',')) {
        if (!next(close)) {
          throw new NoLiteral();
        }
        break;
      }
    }
    depth--;
    return items;
  }

  private @Nullable Object tuple() {
    open();
    if (next(')')) {
      depth--;
      return Tuple.of();
    }
    Object first = value();
    if (next(')')) {
      depth--;
      return first;
    }
    if (!next(',')) {
      throw new NoLiteral();
    }
    List<@Nullable Object> items = items(')');
    items.add(0, first);
    return Tuple.copyOf(items);
  }

  private Object braces() {
    open();
    if (next('}')) {
      depth--;
      return new LinkedHashMap<Object, Object>();
    }
    Object first = value();
    if (!next(':')) {
      return set(first);
    }
    Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
    put(map, first, value());
    while (more()) {
      Object key = value();
      if (!next(':')) {
        throw new NoLiteral();
      }
      put(map, key, value());
    }
    return map;
  }

  private Object set(@Nullable Object first) {
    Map<@Nullable Object, @Nullable Object> items = new LinkedHashMap<>();
    put(items, first, true);
    while (more()) {
      put(items, value(), true);
    }
    return new LinkedHashSet<>(items.keySet());
  }

  /** Whether another member follows in braces; if not, they are closed. */
  private boolean more() {
    boolean comma = next(',');
    if (next('}')) {
      depth--;
      return false;
    }
    if (!comma) {
      throw new NoLiteral();
    }
    return true;
  }

  private void put(
      Map<@Nullable Object, @Nullable Object> map, @Nullable Object key, @Nullable Object value) {
    if (Items.isHashable(key)) {
      Items.put(map, key, value);
    } else {
      unhashable = true;
    }
  }

  private @Nullable Object operand() {
    if (next('(')) {
      Object operand = operand();
      if (!next(')')) {
        throw new NoLiteral();
      }
      return operand;
    }
    return number();
  }

  private Object dotted() {
    if (text.startsWith("...", at)) {
      at += 3;
      return new Opaque("Ellipsis");
    }
    return number();
  }

  private static Object negative(@Nullable Object number) {
    return number instanceof Opaque complex
        ? new Opaque("(-0-" + complex.repr() + ")")
        : java.util.Objects.requireNonNull(Arithmetic.negative(number));
  }

  /** A real number may have an imaginary part behind it. */
  private Object complex(@Nullable Object real) {
    int before = at;
    skip();
    if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
      String sign = text.substring(at, at + 1);
      at++;
      skip();
      if (real instanceof Opaque || !(number() instanceof Opaque imaginary)) {
        throw new NoLiteral();
      }
      return new Opaque("(" + PythonText.repr(real) + sign + imaginary.repr() + ")");
    }
    at = before;
    return java.util.Objects.requireNonNull(real);
  }

  private Object number() {
    Matcher imaginary = IMAGINARY.matcher(text).region(at, text.length());
    if (imaginary.lookingAt()) {
      at = imaginary.end();
      return new Opaque(imaginary.group());
    }
    Matcher number = NUMBER.matcher(text).region(at, text.length());
    if (!number.lookingAt()
        || number.end() < text.length() && isWordCharacter(text.charAt(number.end()))) {
      throw new NoLiteral();
    }
    at = number.end();
    if (number.group("float") != null) {
      return Double.valueOf(number.group().replace("_", ""));
    }
    if (number.group("integer") != null) {
      return integer(number.group().replace("_", ""));
    }
    String hex = number.group("hex");
    String octal = number.group("octal");
    return hex != null
        ? integer(hex, 16)
        : octal != null ? integer(octal, 8) : integer(number.group("binary"), 2);
  }

  private static boolean isWordCharacter(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '.';
  }

  private static Object integer(String digits) {
    if (digits.length() > MOST_DIGITS) {
      throw new NoLiteral();
    }
    return digits.length() < 19 ? (Object) Long.valueOf(digits) : integer(digits, 10);
  }

  private static Object integer(String digits, int radix) {
    return Numbers.normal(new BigInteger(digits.replace("_", ""), radix));
  }

  private @Nullable Object word() {
    Matcher word = WORD.matcher(text).region(at, text.length());
    if (!word.lookingAt()) {
      throw new NoLiteral();
    }
    int end = word.end();
    if (end < text.length() && (text.charAt(end) == '\'' || text.charAt(end) == '"')) {
      return strings();
    }
    at = end;
    return switch (word.group()) {
      case "None" -> null;
      case "True" -> true;
      case "False" -> false;
      case "set" -> {
        if (next('(') && next(')')) {
          yield new LinkedHashSet<Object>();
        }
        throw new NoLiteral();
      }
      default -> throw new NoLiteral();
    };
  }

  private Object strings() {
    var reader = new StringLiterals(text, at);
    Optional<Object> value = Optional.empty();
    while (reader.isAtString()) {
      Object one = reader.next().orElseThrow(NoLiteral::new);
      if (value.isPresent() && value.get().getClass() != one.getClass()) {
        throw new NoLiteral();
      }
      value = Optional.of(value.isEmpty() ? one : joined(value.get(), one));
      at = reader.position();
      skip();
      reader = new StringLiterals(text, at);
    }
    return value.orElseThrow(NoLiteral::new);
  }

  private static Object joined(Object left, Object right) {
    return left instanceof String text ? text + right : left;
  }
}
