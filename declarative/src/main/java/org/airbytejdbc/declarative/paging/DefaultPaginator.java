package org.airbytejdbc.declarative.paging;

import java.util.Map;
import java.util.Optional;
import org.airbytejdbc.declarative.Runtime;
import org.airbytejdbc.declarative.expression.Scope;
import org.airbytejdbc.declarative.http.RequestOption;
import org.airbytejdbc.declarative.http.Requester.Injected;
import org.airbytejdbc.declarative.manifest.Component;

/** A strategy, and where its token and the page's size go into the request. */
record DefaultPaginator(
    PaginationStrategy strategy,
    Optional<RequestOption> sizeOption,
    Optional<RequestOption> tokenOption,
    boolean tokenIsPath)
    implements Paginator {
  static DefaultPaginator read(Component paginator, Runtime runtime) {
    Optional<Component> token = paginator.component("page_token_option");
    boolean path = token.filter(option -> option.type().equals("RequestPath")).isPresent();
    return new DefaultPaginator(
        PaginationStrategy.read(paginator.required("pagination_strategy"), runtime),
        paginator.component("page_size_option").map(RequestOption::read),
        path ? Optional.empty() : token.map(RequestOption::read),
        path);
  }

  @Override
  public Optional<Object> first(Scope scope) {
    return strategy.first(scope);
  }

  @Override
  public Optional<Object> next(Page page, Scope scope) {
    return strategy.next(page, scope);
  }

  @Override
  public Injected inject(Optional<Object> token, Scope scope) {
    Injected injected = Injected.none();
    if (token.isPresent() && tokenIsPath) {
      injected = new Injected(Map.of(), Map.of(), Map.of(), Map.of(), token.get().toString());
    }
    if (token.isPresent() && tokenOption.isPresent()) {
      injected = injected.and(tokenOption.get().inject(token.get(), scope));
    }
    Optional<Object> size = sizeOption.isPresent() ? strategy.pageSize(scope) : Optional.empty();
    return size.isPresent() ? injected.and(sizeOption.get().inject(size.get(), scope)) : injected;
  }
}
