package org.airbytejdbc.declarative.paging;

import java.util.Optional;
import org.airbytejdbc.declarative.Runtime;
import org.airbytejdbc.declarative.expression.Scope;
import org.airbytejdbc.declarative.http.Requester.Injected;
import org.airbytejdbc.declarative.manifest.Component;

/** Walks the pages of a slice. Immutable, for any thread. */
public interface Paginator {
  /** The token that the first request is sent with, if any. */
  Optional<Object> first(Scope scope);

  /** The token of the page after this one, or empty after the last. */
  Optional<Object> next(Page page, Scope scope);

  /** What asks for the page of the token. */
  Injected inject(Optional<Object> token, Scope scope);

  static Paginator read(Component paginator, Runtime runtime) {
    return switch (paginator.type()) {
      case "DefaultPaginator" -> DefaultPaginator.read(paginator, runtime);
      case "NoPagination" -> new NoPagination();
      default -> throw paginator.unknown();
    };
  }
}
