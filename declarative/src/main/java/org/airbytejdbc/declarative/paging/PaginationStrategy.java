package org.airbytejdbc.declarative.paging;

import java.util.Optional;
import org.airbytejdbc.declarative.Runtime;
import org.airbytejdbc.declarative.expression.Scope;
import org.airbytejdbc.declarative.manifest.Component;

/** Finds the token of the next page. Immutable, for any thread. */
interface PaginationStrategy {
  Optional<Object> first(Scope scope);

  Optional<Object> next(Page page, Scope scope);

  /** How many records a page is asked to have, where the manifest says it. */
  Optional<Object> pageSize(Scope scope);

  static PaginationStrategy read(Component strategy, Runtime runtime) {
    return switch (strategy.type()) {
      case "PageIncrement" -> PageIncrement.read(strategy);
      case "OffsetIncrement" -> OffsetIncrement.read(strategy);
      case "CursorPagination" -> CursorPagination.read(strategy);
      default -> throw strategy.unknown();
    };
  }
}
