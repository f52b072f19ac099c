package org.airbytejdbc.declarative.failure;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.airbytejdbc.declarative.expression.Scope;
import org.airbytejdbc.declarative.http.Response;
import org.airbytejdbc.declarative.manifest.Component;
import org.airbytejdbc.declarative.manifest.Expression;

/** The first filter that matches decides, else the status. */
record DefaultErrorHandler(
    List<HttpResponseFilter> filters, List<Backoff> backoffs, Optional<Expression> maxRetries)
    implements ErrorHandler {
  /** As in the component schema. */
  private static final int USUAL_RETRIES = 5;

  static DefaultErrorHandler read(Component handler) {
    return new DefaultErrorHandler(
        handler.components("response_filters").stream().map(HttpResponseFilter::read).toList(),
        handler.components("backoff_strategies").stream().map(Backoffs::read).toList(),
        handler.expression("max_retries"));
  }

  @Override
  public Resolution judge(Reply reply, Scope scope) {
    return reply
        .response()
        .flatMap(response -> filtered(response, scope))
        .orElseGet(() -> UsualResolutions.of(reply));
  }

  private Optional<Resolution> filtered(Response response, Scope scope) {
    return filters.stream().flatMap(filter -> filter.match(response, scope).stream()).findFirst();
  }

  @Override
  public int maxRetries(Scope scope) {
    return maxRetries
        .map(value -> (int) Seconds.number(value, scope, "max_retries"))
        .orElse(USUAL_RETRIES);
  }

  @Override
  public Optional<Duration> backoff(Reply reply, int attempt, Scope scope) {
    return backoffs.stream()
        .flatMap(backoff -> backoff.time(reply, attempt, scope).stream())
        .filter(wait -> !wait.isZero())
        .findFirst();
  }
}
