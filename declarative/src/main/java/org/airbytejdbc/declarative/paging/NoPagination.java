package org.airbytejdbc.declarative.paging;

import java.util.Optional;
import org.airbytejdbc.declarative.expression.Scope;
import org.airbytejdbc.declarative.http.Requester.Injected;

/** One page a slice. */
public record NoPagination() implements Paginator {
  @Override
  public Optional<Object> first(Scope scope) {
    return Optional.empty();
  }

  @Override
  public Optional<Object> next(Page page, Scope scope) {
    return Optional.empty();
  }

  @Override
  public Injected inject(Optional<Object> token, Scope scope) {
    return Injected.none();
  }
}
