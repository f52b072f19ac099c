package org.airbytejdbc.declarative.expression;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What Python takes for true. */
public final class Truth {
  private Truth() {}

  public static boolean of(@Nullable Object value) {
    if (value instanceof Boolean truth) {
      return truth;
    }
    if (value == null || value instanceof Undefined) {
      return false;
    }
    if (value instanceof String text) {
      return !text.isEmpty();
    }
    if (value instanceof Map<?, ?> map) {
      return !map.isEmpty();
    }
    if (value instanceof Collection<?> items) {
      return !items.isEmpty();
    }
    if (value instanceof Number) {
      return Numbers.isFloat(value)
          ? Numbers.toDouble(value) != 0
          : Numbers.toBig(value).signum() != 0;
    }
    if (value instanceof DictView view) {
      return !view.items().isEmpty();
    }
    return !Duration.ZERO.equals(value);
  }
}
