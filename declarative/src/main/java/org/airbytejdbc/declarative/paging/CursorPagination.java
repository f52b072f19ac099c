package org.airbytejdbc.declarative.paging;

import java.util.Map;
import java.util.Optional;
import org.airbytejdbc.declarative.expression.Scope;
import org.airbytejdbc.declarative.expression.Truth;
import org.airbytejdbc.declarative.manifest.Component;
import org.airbytejdbc.declarative.manifest.Expression;

/** Takes the next page's token from the response or its last record, until a condition holds. */
record CursorPagination(Expression cursor, Optional<Expression> size, Optional<Expression> stop)
    implements PaginationStrategy {
  static CursorPagination read(Component strategy) {
    return new CursorPagination(
        strategy.requiredExpression("cursor_value"),
        strategy.expression("page_size"),
        strategy.expression("stop_condition"));
  }

  @Override
  public Optional<Object> first(Scope scope) {
    return Optional.empty();
  }

  @Override
  public Optional<Object> next(Page page, Scope scope) {
    Scope known =
        scope
            .with("response", page.decoded() == null ? Map.of() : page.decoded())
            .with("headers", LinkHeader.in(page.response().headers()))
            .with("last_record", page.lastRecord())
            .with("last_page_size", page.records())
            .with("last_page_token_value", page.token().orElse(null));
    if (stop.isPresent() && stop.get().test(known)) {
      return Optional.empty();
    }
    return Optional.ofNullable(cursor.value(known)).filter(Truth::of);
  }

  @Override
  public Optional<Object> pageSize(Scope scope) {
    return PageSize.of(size, scope);
  }
}
