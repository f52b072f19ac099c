package org.airbytejdbc.declarative.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Percent-encoding, byte for byte as Python's requests does it. */
final class UrlEncoding {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final String UNRESERVED_SIGNS = "-._~";
  private static final Pattern ESCAPE = Pattern.compile("%[0-9a-fA-F]{2}");

  /** What a path may hold unescaped besides letters and digits, and a query as well. */
  private static final String PATH_SIGNS = UNRESERVED_SIGNS + "!$&'()*+,;=:@/";

  private static final String QUERY_SIGNS = PATH_SIGNS + "?";

  private UrlEncoding() {}

  /** {@code a=1&b=2}: null leaves a name out, a list repeats it. */
  static String form(Map<String, @Nullable Object> fields) {
    List<String> pairs = new ArrayList<>();
    fields.forEach(
        (name, value) -> {
          for (Object item : items(value)) {
            if (item != null) {
              pairs.add(plus(name) + "=" + plus(PythonText.of(item)));
            }
          }
        });
    return String.join("&", pairs);
  }

  /** Python takes what can be gone through apart, an object into its names. */
  private static Collection<?> items(@Nullable Object value) {
    if (value instanceof Collection<?> items) {
      return items;
    }
    if (value instanceof Map<?, ?> object) {
      return object.keySet();
    }
    return value == null ? List.of() : List.of(value);
  }

  /** One name or value of a form: a space becomes a plus. */
  private static String plus(String text) {
    return escape(text, UNRESERVED_SIGNS + " ").replace(' ', '+');
  }

  /** A path, or a query, with all escaped that must be, and no more. */
  static String path(String path) {
    return complete(path, PATH_SIGNS);
  }

  static String query(String query) {
    return complete(query, QUERY_SIGNS);
  }

  /** Escapes that are there stay, unless one percent sign is none: then all are signs. */
  private static String complete(String text, String signs) {
    String all = signs + (isEscaped(text) ? "%" : "");
    return ESCAPE
        .matcher(escape(text, all))
        .replaceAll(found -> unreserved(found.group()).replace("\\", "\\\\").replace("$", "\\$"));
  }

  private static boolean isEscaped(String text) {
    return text.chars().filter(sign -> sign == '%').count()
        == ESCAPE.matcher(text).results().count();
  }

  private static String unreserved(String escape) {
    char sign = (char) HexFormat.fromHexDigits(escape, 1, escape.length());
    return isPlain(sign, UNRESERVED_SIGNS) ? String.valueOf(sign) : escape.toUpperCase(Locale.ROOT);
  }

  private static String escape(String text, String signs) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    for (byte unit : text.getBytes(StandardCharsets.UTF_8)) {
      char sign = (char) (unit & 0xff);
      if (isPlain(sign, signs)) {
        escaped.append(sign);
      } else {
        escaped.append('%').append(HEX.toHexDigits(unit));
      }
    }
    return escaped.toString();
  }

  private static boolean isPlain(char sign, String signs) {
    return sign >= 'a' && sign <= 'z'
        || sign >= 'A' && sign <= 'Z'
        || sign >= '0' && sign <= '9'
        || signs.indexOf(sign) >= 0;
  }
}
