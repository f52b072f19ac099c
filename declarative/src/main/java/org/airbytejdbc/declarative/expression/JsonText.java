package org.airbytejdbc.declarative.expression;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Values as Python's {@code json.dumps} writes them: spaces after separators, only ASCII. */
final class JsonText {
  private final StringBuilder text = new StringBuilder();
  private final boolean sorted;
  private final int indent;

  private JsonText(boolean sorted, int indent) {
    this.sorted = sorted;
    this.indent = indent;
  }

  /**
   * @param sorted whether members stand in the order of their keys
   * @param indent spaces a level, or -1 for a single line
   */
  static String of(@Nullable Object value, boolean sorted, int indent) {
    var json = new JsonText(sorted, indent);
    json.append(value, 1);
    return json.text.toString();
  }

  private void append(@Nullable Object value, int depth) {
    Limits.text(text.length());
    if (value instanceof String string) {
      quote(string);
    } else if (value == null || value instanceof Boolean || Numbers.isNumber(value)) {
      text.append(scalar(value));
    } else if (value instanceof StreamSlice) {
      throw ExpressionException.type("A slice is no JSON");
    } else if (value instanceof Map<?, ?> map) {
      members(sorted ? inOrder(map) : map, depth);
    } else if (value instanceof List<?> list) {
      items(list, depth);
    } else {
      throw ExpressionException.type(PythonText.typeName(value) + " is no JSON");
    }
  }

  private static String scalar(@Nullable Object value) {
    if (Numbers.isFloat(value)) {
      String number = FloatText.of(Numbers.toDouble(value));
      return switch (number) {
        case "nan" -> "NaN";
        case "inf" -> "Infinity";
        case "-inf" -> "-Infinity";
        default -> number;
      };
    }
    return String.valueOf(value);
  }

  private static Map<?, ?> inOrder(Map<?, ?> map) {
    Map<@Nullable Object, @Nullable Object> ordered = new TreeMap<>(Comparison::compare);
    ordered.putAll(map);
    return ordered;
  }

  private void members(Map<?, ?> map, int depth) {
    if (map.isEmpty()) {
      text.append("{}");
      return;
    }
    String separator = "{" + line(depth);
    for (var member : map.entrySet()) {
      text.append(separator);
      Object key = member.getKey();
      if (!(key == null || key instanceof String || Numbers.isNumber(key))) {
        throw ExpressionException.type("A key is no JSON");
      }
      quote(key instanceof String string ? string : scalar(key));
      text.append(": ");
      append(member.getValue(), depth + 1);
      separator = (indent < 0 ? ", " : ",") + line(depth);
    }
    text.append(line(depth - 1)).append('}');
  }

  private void items(List<?> list, int depth) {
    if (list.isEmpty()) {
      text.append("[]");
      return;
    }
    String separator = "[" + line(depth);
    for (Object item : list) {
      text.append(separator);
      append(item, depth + 1);
      separator = (indent < 0 ? ", " : ",") + line(depth);
    }
    text.append(line(depth - 1)).append(']');
  }

  private String line(int depth) {
    return indent < 0 ? "" : "\n" + " ".repeat(Limits.size((long) indent * depth));
  }

  private void quote(String string) {
    text.append('"');
    for (int i = 0; i < string.length(); i++) {
      char c = string.charAt(i);
      switch (c) {
        case '"' -> text.append("\\\"");
        case '\\' -> text.append("\\\\");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        case '\t' -> text.append("\\t");
        case '\b' -> text.append("\\b");
        case '\f' -> text.append("\\f");
        default -> {
          if (c >= ' ' && c < 127) {
            text.append(c);
          } else {
            text.append("\\u%04x".formatted((int) c));
          }
        }
      }
    }
    text.append('"');
  }
}
