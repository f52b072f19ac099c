package org.airbytejdbc.declarative.transform;

import java.util.Map;
import org.airbytejdbc.declarative.expression.Scope;
import org.airbytejdbc.declarative.http.PythonText;
import org.airbytejdbc.declarative.manifest.Expression;
import org.jspecify.annotations.Nullable;

/** Replaces a text in all names. */
record KeysReplace(Expression old, Expression replacement) implements Transformation {
  @Override
  public void apply(Map<String, @Nullable Object> record, Scope scope) {
    Scope seen = scope.with("record", record);
    String from = PythonText.of(old.value(seen));
    String to = PythonText.of(replacement.value(seen));
    Names.changeDeep(record, name -> name.replace(from, to));
  }
}
