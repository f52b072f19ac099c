package org.airbytejdbc.declarative.expression;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Values as Python writes them. */
public final class PythonText {
  private PythonText() {}

  /** As {@code str}: a text as it is, None as {@code "None"}, a list or map as its literal. */
  public static String str(@Nullable Object value) {
    if (value instanceof String text) {
      return text;
    }
    if (value instanceof Long || value instanceof Integer) {
      return value.toString();
    }
    if (value instanceof Undefined) {
      return "";
    }
    if (value instanceof LocalDate date) {
      return TimeText.iso(date);
    }
    if (value instanceof LocalDateTime time) {
      return TimeText.iso(time, " ");
    }
    if (value instanceof OffsetDateTime time) {
      return TimeText.iso(time, " ");
    }
    if (value instanceof Duration duration) {
      return TimeText.of(duration);
    }
    if (value instanceof IsoDuration duration) {
      return TimeText.of(duration);
    }
    return repr(value);
  }

  /** As {@code repr}: a text in quotes. */
  public static String repr(@Nullable Object value) {
    var text = new StringBuilder();
    append(text, value);
    return text.toString();
  }

  private static void append(StringBuilder text, @Nullable Object value) {
    Limits.text(text.length());
    if (value == null) {
      text.append("None");
    } else if (value instanceof String string) {
      Quoted.append(text, string);
    } else if (value instanceof Boolean truth) {
      text.append(truth ? "True" : "False");
    } else if (Numbers.isFloat(value)) {
      text.append(FloatText.of(Numbers.toDouble(value)));
    } else if (value instanceof Number) {
      text.append(value);
    } else if (value instanceof Map<?, ?> map) {
      append(text, map);
    } else if (value instanceof Tuple tuple) {
      append(text, tuple.iterator(), "(", tuple.size() == 1 ? ",)" : ")");
    } else if (value instanceof List<?> list) {
      append(text, list.iterator(), "[", "]");
    } else if (value instanceof Set<?> set) {
      append(text, set.iterator(), set.isEmpty() ? "set(" : "{", set.isEmpty() ? ")" : "}");
    } else {
      text.append(reprOfOther(value));
    }
  }

  private static void append(StringBuilder text, Map<?, ?> map) {
    String separator = "{";
    for (var member : map.entrySet()) {
      text.append(separator);
      append(text, member.getKey());
      text.append(": ");
      append(text, member.getValue());
      separator = ", ";
    }
    text.append(map.isEmpty() ? "{}" : "}");
  }

  private static void append(StringBuilder text, Iterator<?> items, String begin, String end) {
    text.append(begin);
    while (items.hasNext()) {
      append(text, items.next());
      text.append(items.hasNext() ? ", " : "");
    }
    text.append(end);
  }

  private static String reprOfOther(Object value) {
    if (value instanceof LocalDate date) {
      return TimeText.repr(date);
    }
    if (value instanceof LocalDateTime time) {
      return TimeText.repr(time);
    }
    if (value instanceof OffsetDateTime time) {
      return TimeText.repr(time);
    }
    if (value instanceof Duration duration) {
      return TimeText.repr(duration);
    }
    if (value instanceof IsoDuration duration) {
      return "isodate.duration.Duration(%s, years=%d, months=%d)"
          .formatted(parts(duration.rest()), duration.years(), duration.months());
    }
    if (value instanceof DictView view) {
      return view.kind() + "(" + repr(view.items()) + ")";
    }
    if (value instanceof Opaque opaque) {
      return opaque.repr();
    }
    return value instanceof Undefined ? "Undefined" : "<" + typeName(value) + " object>";
  }

  private static String parts(Duration rest) {
    long days = Math.floorDiv(rest.getSeconds(), 86_400L);
    return days + ", " + Math.floorMod(rest.getSeconds(), 86_400L) + ", " + rest.getNano() / 1000;
  }

  /** The name of the value's type in Python, for messages. */
  static String typeName(@Nullable Object value) {
    if (value == null) {
      return "NoneType";
    }
    if (value instanceof Boolean) {
      return "bool";
    }
    if (value instanceof Number) {
      return Numbers.isFloat(value) ? "float" : "int";
    }
    if (value instanceof String) {
      return "str";
    }
    if (value instanceof Map) {
      return "dict";
    }
    if (value instanceof List) {
      return value instanceof Tuple ? "tuple" : "list";
    }
    if (value instanceof Set) {
      return "set";
    }
    return value instanceof Function ? "function" : value.getClass().getSimpleName();
  }
}
