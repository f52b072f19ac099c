package org.airbytejdbc.declarative.expression;

import org.jspecify.annotations.Nullable;

/** Hears what templates render to. Called on the rendering thread; must not throw. */
@FunctionalInterface
public interface Evaluations {
  /** Hears nothing. */
  Evaluations UNHEARD = (template, value) -> {};

  void evaluated(Template template, @Nullable Object value);
}
