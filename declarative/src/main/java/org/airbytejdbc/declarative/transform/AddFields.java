package org.airbytejdbc.declarative.transform;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.airbytejdbc.declarative.expression.LiteralType;
import org.airbytejdbc.declarative.expression.Scope;
import org.airbytejdbc.declarative.manifest.Expression;
import org.jspecify.annotations.Nullable;

/**
 * Sets fields to the values of expressions, which see the fields set before them. A condition is
 * asked for each field, and sees its {@code value} and {@code path}.
 */
record AddFields(List<Added> fields, Optional<Expression> condition) implements Transformation {
  /**
   * One field.
   *
   * @param types that a rendered text may be read as; none for any
   */
  record Added(List<String> path, Expression value, Set<LiteralType> types) {}

  AddFields {
    fields = List.copyOf(fields);
  }

  @Override
  public void apply(Map<String, @Nullable Object> record, Scope scope) {
    Scope seen = scope.with("record", record);
    for (Added field : fields) {
      Object value = field.value.value(seen, field.types);
      if (condition
          .map(expression -> expression.test(seen.with("value", value).with("path", field.path)))
          .orElse(true)) {
        FieldPath.set(record, field.path, value);
      }
    }
  }
}
