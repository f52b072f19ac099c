package org.airbytejdbc.declarative.paging;

import java.util.Optional;
import org.airbytejdbc.declarative.expression.Scope;
import org.airbytejdbc.declarative.manifest.Component;
import org.airbytejdbc.declarative.manifest.Expression;

/** Counts records, until a page is not full. Records that a filter takes away count too. */
record OffsetIncrement(Optional<Expression> size, boolean injectsFirst)
    implements PaginationStrategy {
  static OffsetIncrement read(Component strategy) {
    return new OffsetIncrement(
        strategy.expression("page_size"), strategy.flag("inject_on_first_request", false));
  }

  @Override
  public Optional<Object> first(Scope scope) {
    return injectsFirst ? Optional.of(0L) : Optional.empty();
  }

  @Override
  public Optional<Object> next(Page page, Scope scope) {
    if (PageSize.isLast(page.extracted(), pageSize(scope))) {
      return Optional.empty();
    }
    return Optional.of(page.token().map(PageSize::number).orElse(0L) + page.extracted());
  }

  @Override
  public Optional<Object> pageSize(Scope scope) {
    return PageSize.of(size, scope);
  }
}
