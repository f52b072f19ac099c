package org.airbytejdbc.declarative.expression;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One rendering: its scope, what the template set so far, and how much it has used up. */
final class Frame {
  private static final class Steps {
    private int taken;
  }

  private final Scope scope;
  private final @Nullable Frame outer;
  private final Steps steps;
  private @Nullable Map<String, @Nullable Object> locals;

  private Frame(Scope scope, @Nullable Frame outer, Steps steps) {
    this.scope = scope;
    this.outer = outer;
    this.steps = steps;
  }

  static Frame of(Scope scope) {
    return new Frame(scope, null, new Steps());
  }

  /** For the body of a loop: what is set in it ends with it. */
  Frame inner() {
    return new Frame(scope, this, steps);
  }

  Scope scope() {
    return scope;
  }

  void set(String name, @Nullable Object value) {
    if (locals == null) {
      locals = new HashMap<>();
    }
    locals.put(name, value);
  }

  /** What the template set, else the scope's variable, else a macro. */
  @Nullable Object get(String name) {
    for (Frame frame = this; frame != null; frame = frame.outer) {
      if (frame.locals != null && frame.locals.containsKey(name)) {
        return frame.locals.get(name);
      }
    }
    Object value = scope.get(name);
    if (value != null || scope.has(name)) {
      return value;
    }
    Function macro = Macros.ALL.get(name);
    return macro == null ? Undefined.of(name) : macro;
  }

  void step() {
    if (++steps.taken > Limits.STEPS) {
      throw ExpressionException.refused("Loops take more than " + Limits.STEPS + " steps");
    }
  }
}
