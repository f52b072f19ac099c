package org.airbytejdbc.declarative.expression;

import org.jspecify.annotations.Nullable;

/** A function that belongs to a type of values: a method, a filter or a test. */
@FunctionalInterface
interface Method<T> {
  @Nullable Object call(T receiver, Arguments arguments);

  /** A method of one value, as {@code record.items} without parentheses is. */
  record Bound<T>(T receiver, String name, Method<? super T> method) implements Function {
    @Override
    public @Nullable Object call(Frame frame, Arguments arguments) {
      return method.call(receiver, arguments);
    }
  }
}
