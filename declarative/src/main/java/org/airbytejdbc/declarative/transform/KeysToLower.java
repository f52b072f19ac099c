package org.airbytejdbc.declarative.transform;

import java.util.Locale;
import java.util.Map;
import org.airbytejdbc.declarative.expression.Scope;
import org.jspecify.annotations.Nullable;

/** Writes a record's own names in lower case. */
record KeysToLower() implements Transformation {
  @Override
  public void apply(Map<String, @Nullable Object> record, Scope scope) {
    Names.change(record, name -> name.toLowerCase(Locale.ROOT));
  }
}
