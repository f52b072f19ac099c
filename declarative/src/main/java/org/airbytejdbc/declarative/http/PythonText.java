package org.airbytejdbc.declarative.http;

import java.time.Clock;
import java.util.Map;
import org.airbytejdbc.declarative.expression.Scope;
import org.airbytejdbc.declarative.expression.Template;
import org.jspecify.annotations.Nullable;

/** Values as Python's {@code str} writes them, which is what goes into a URL or a header. */
public final class PythonText {
  private static final Template VALUE = Template.of("{{ value }}");
  private static final Scope NOTHING = Scope.of(Map.of(), Clock.systemUTC());

  private PythonText() {}

  public static String of(@Nullable Object value) {
    if (value instanceof String || value instanceof Long || value instanceof Integer) {
      return value.toString();
    }
    if (value instanceof Boolean truth) {
      return truth ? "True" : "False";
    }
    return value == null ? "None" : VALUE.text(NOTHING.with("value", value));
  }
}
