package org.airbytejdbc.declarative.paging;

import java.util.Optional;
import org.airbytejdbc.declarative.expression.Scope;
import org.airbytejdbc.declarative.manifest.Component;
import org.airbytejdbc.declarative.manifest.Expression;

/** Counts pages, until one is not full. Records that a filter takes away count too. */
record PageIncrement(Optional<Expression> size, long start, boolean injectsFirst)
    implements PaginationStrategy {
  static PageIncrement read(Component strategy) {
    return new PageIncrement(
        strategy.expression("page_size"),
        PageSize.number(strategy.value("start_from_page").orElse(0L)),
        strategy.flag("inject_on_first_request", false));
  }

  @Override
  public Optional<Object> first(Scope scope) {
    return injectsFirst ? Optional.of(start) : Optional.empty();
  }

  @Override
  public Optional<Object> next(Page page, Scope scope) {
    if (PageSize.isLast(page.extracted(), pageSize(scope))) {
      return Optional.empty();
    }
    return Optional.of(page.token().map(PageSize::number).orElse(start) + 1);
  }

  @Override
  public Optional<Object> pageSize(Scope scope) {
    return PageSize.of(size, scope);
  }
}
