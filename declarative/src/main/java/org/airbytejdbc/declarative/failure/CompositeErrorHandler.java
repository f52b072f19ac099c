package org.airbytejdbc.declarative.failure;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.airbytejdbc.declarative.expression.Scope;
import org.airbytejdbc.declarative.manifest.Component;

/**
 * Several handlers: the first that does not let the response fail decides; if all do, the last. The
 * first says how often a request is tried.
 */
record CompositeErrorHandler(List<ErrorHandler> handlers) implements ErrorHandler {
  static CompositeErrorHandler read(Component handler) {
    List<ErrorHandler> handlers =
        handler.components("error_handlers").stream().map(ErrorHandlers::read).toList();
    if (handlers.isEmpty()) {
      throw handler.missing("error_handlers");
    }
    return new CompositeErrorHandler(handlers);
  }

  @Override
  public Resolution judge(Reply reply, Scope scope) {
    Resolution last = Resolution.SUCCESS;
    for (ErrorHandler handler : handlers) {
      last = handler.judge(reply, scope);
      switch (last.action()) {
        case FAIL, RATE_LIMITED, REFRESH_TOKEN_THEN_RETRY -> {}
        default -> {
          return last;
        }
      }
    }
    return last;
  }

  @Override
  public int maxRetries(Scope scope) {
    return handlers.get(0).maxRetries(scope);
  }

  @Override
  public Optional<Duration> backoff(Reply reply, int attempt, Scope scope) {
    return handlers.stream()
        .flatMap(handler -> handler.backoff(reply, attempt, scope).stream())
        .findFirst();
  }
}
