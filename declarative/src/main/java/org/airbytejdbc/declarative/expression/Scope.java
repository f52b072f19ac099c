package org.airbytejdbc.declarative.expression;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The variables that an expression may name, and the clock that its dates go by. Immutable; {@link
 * #with} gives a new scope that shares all the others, so that one variable more costs one small
 * object. A variable may be there and be None, which is {@code null}.
 */
public final class Scope {
  private static final String SLICE = "stream_slice";

  private final Clock clock;
  private final Evaluations evaluations;
  private final @Nullable Scope outer;
  private final String name;
  private final @Nullable Object value;

  private Scope(
      Clock clock,
      Evaluations evaluations,
      @Nullable Scope outer,
      String name,
      @Nullable Object value) {
    this.clock = requireNonNull(clock, "clock");
    this.evaluations = requireNonNull(evaluations, "evaluations");
    this.outer = outer;
    this.name = canonical(requireNonNull(name, "name"));
    this.value = value;
  }

  /**
   * The scope that everything begins with: {@code config}, and {@code parameters} that are empty.
   */
  public static Scope of(Map<String, @Nullable Object> config, Clock clock) {
    return new Scope(clock, Evaluations.UNHEARD, null, "config", config)
        .with("parameters", Map.of());
  }

  /** The same variables; what is rendered with them, and with more of them, is heard there. */
  public Scope heardBy(Evaluations listener) {
    return new Scope(clock, listener, outer, name, value);
  }

  /**
   * This scope and one variable more, or the variable in place of the former of its name. {@code
   * stream_partition} and {@code stream_interval} are other names of {@code stream_slice}.
   */
  public Scope with(String variable, @Nullable Object itsValue) {
    return new Scope(clock, evaluations, this, variable, itsValue);
  }

  Clock clock() {
    return clock;
  }

  Evaluations evaluations() {
    return evaluations;
  }

  boolean has(String variable) {
    return find(variable) != null;
  }

  /** The variable's value; null for None and for a variable that is not there. */
  @Nullable Object get(String variable) {
    Scope found = find(variable);
    return found == null ? null : found.value;
  }

  private @Nullable Scope find(String variable) {
    String wanted = canonical(variable);
    for (Scope scope = this; scope != null; scope = scope.outer) {
      if (scope.name.equals(wanted)) {
        return scope;
      }
    }
    return null;
  }

  private static String canonical(String variable) {
    return switch (variable) {
      case "stream_partition", "stream_interval" -> SLICE;
      default -> variable;
    };
  }

  /** The clock alone: values may be secrets. */
  @Override
  public String toString() {
    return "Scope[" + clock + "]";
  }
}
