package org.airbytejdbc.declarative.expression;

import org.jspecify.annotations.Nullable;

/** What an expression can call. */
@FunctionalInterface
interface Function {
  @Nullable Object call(Frame frame, Arguments arguments);
}
