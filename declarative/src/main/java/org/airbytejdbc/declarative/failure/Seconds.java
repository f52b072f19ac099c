package org.airbytejdbc.declarative.failure;

import java.time.Duration;
import java.util.Optional;
import org.airbytejdbc.declarative.DeclarativeException;
import org.airbytejdbc.declarative.DeclarativeException.Failure;
import org.airbytejdbc.declarative.expression.Scope;
import org.airbytejdbc.declarative.manifest.Expression;
import org.jspecify.annotations.Nullable;

/** Numbers that manifests, configs and APIs give as numbers or texts; mostly seconds. */
public final class Seconds {
  private static final double MILLIS = 1000;

  private Seconds() {}

  /** The number that the expression is; an error that names the field if it is none. */
  static double number(Expression expression, Scope scope, String field) {
    return of(expression.value(scope))
        .orElseThrow(
            () ->
                new DeclarativeException(
                    Failure.SYSTEM_ERROR, field + " is no number: " + expression));
  }

  /** The number, if it is one and finite. */
  static Optional<Double> of(@Nullable Object value) {
    try {
      return Optional.of(Double.parseDouble(String.valueOf(value).strip()))
          .filter(Double::isFinite);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  public static Duration duration(double seconds) {
    return Duration.ofMillis(Math.round(seconds * MILLIS));
  }
}
