package org.airbytejdbc.declarative.expression;

import org.jspecify.annotations.Nullable;

/** A compiled expression. */
@FunctionalInterface
interface Expression {
  @Nullable Object evaluate(Frame frame);
}
