package org.airbytejdbc.declarative.expression;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Texts as parts of URLs. */
final class UrlText {
  private UrlText() {}

  /** As {@code quote}: letters, digits and a few marks stay, all else becomes percent signs. */
  static String quote(String text, String safe) {
    var quoted = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean plain =
          c < 128
              && (Character.isLetterOrDigit(c) || "_.-~".indexOf(c) >= 0 || safe.indexOf(c) >= 0);
      if (plain) {
        quoted.append(c);
      } else {
        quoted.append("%%%02X".formatted((int) c));
      }
    }
    return quoted.toString();
  }

  /** As {@code quote_plus}: a space becomes a plus. */
  static String quotePlus(String text) {
    return quote(text, " ").replace(' ', '+');
  }

  /** As Jinja's {@code urlencode}: of a text, or of a mapping or pairs as a query. */
  static String encode(@Nullable Object value) {
    if (value instanceof String || !Sequences.isIterable(value)) {
      return quote(PythonText.str(value), "/");
    }
    List<String> parts = new ArrayList<>();
    Iterable<?> pairs =
        value instanceof Map<?, ?> map ? DictMethods.items(map) : Sequences.list(value);
    for (Object pair : pairs) {
      List<@Nullable Object> parted = Sequences.list(pair);
      if (parted.size() != 2) {
        throw ExpressionException.value("A query is made of pairs");
      }
      parts.add(part(parted.get(0)) + "=" + part(parted.get(1)));
    }
    return String.join("&", parts);
  }

  private static String part(@Nullable Object value) {
    return quotePlus(PythonText.str(value));
  }
}
