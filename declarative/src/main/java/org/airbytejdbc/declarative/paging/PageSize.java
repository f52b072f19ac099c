package org.airbytejdbc.declarative.paging;

import java.util.Optional;
import org.airbytejdbc.declarative.expression.Scope;
import org.airbytejdbc.declarative.manifest.Expression;

/** The number of records in a page, as manifests give it: a number, or an expression for one. */
final class PageSize {
  private PageSize() {}

  static Optional<Object> of(Optional<Expression> size, Scope scope) {
    return size.flatMap(expression -> Optional.ofNullable(expression.value(scope)));
  }

  /** Nothing on the page, or less than was asked for. */
  static boolean isLast(long records, Optional<Object> size) {
    return records == 0 || size.isPresent() && records < number(size.get());
  }

  static long number(Object value) {
    return value instanceof Number number
        ? number.longValue()
        : Long.parseLong(value.toString().trim());
  }
}
