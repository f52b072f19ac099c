package org.airbytejdbc.declarative.transform;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.airbytejdbc.declarative.expression.Scope;
import org.airbytejdbc.declarative.manifest.Expression;
import org.jspecify.annotations.Nullable;

/** Removes fields, those for whose {@code property} the condition holds. */
record RemoveFields(List<FieldGlob> fields, Optional<Expression> condition)
    implements Transformation {
  @Override
  public void apply(Map<String, @Nullable Object> record, Scope scope) {
    for (FieldGlob field : fields) {
      field.remove(
          record,
          value ->
              condition
                  .map(expression -> expression.test(scope.with("property", value)))
                  .orElse(true));
    }
  }
}
