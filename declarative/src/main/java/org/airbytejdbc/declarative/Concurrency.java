package org.airbytejdbc.declarative;

import org.airbytejdbc.declarative.expression.Scope;
import org.airbytejdbc.declarative.manifest.Component;

/** How many slices a manifest lets be read at once. */
final class Concurrency {
  /** As in the CDK: an API that no manifest says anything of is asked for two things at a time. */
  private static final int USUAL = 2;

  private Concurrency() {}

  static int of(Component manifest, Scope config) {
    return manifest.component("concurrency_level").map(level -> read(level, config)).orElse(USUAL);
  }

  private static int read(Component level, Scope config) {
    Object wanted = level.requiredExpression("default_concurrency").value(config);
    if (!(wanted instanceof Long number)) {
      throw level.problem("default_concurrency is no whole number");
    }
    long most = level.text("max_concurrency").map(Long::parseLong).orElse(number);
    return Math.toIntExact(Math.max(1, Math.min(number, most)));
  }
}
