package org.airbytejdbc.declarative.failure;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.airbytejdbc.declarative.expression.ExpressionException;
import org.airbytejdbc.declarative.expression.Scope;
import org.airbytejdbc.declarative.http.Response;
import org.airbytejdbc.declarative.manifest.Expression;
import org.jspecify.annotations.Nullable;

/** As many seconds as an expression finds in the response; nothing where it finds none. */
record WaitTimeFromResponse(Expression seconds, LongestWait longest) implements Backoff {
  @Override
  public Optional<Duration> time(Reply reply, int attempt, Scope scope) {
    return Optional.ofNullable(value(reply.response(), scope))
        .flatMap(Seconds::of)
        .filter(wait -> wait > 0)
        .map(wait -> longest.check(wait, scope));
  }

  /** It was written for one kind of response, and is asked for all. */
  private @Nullable Object value(Optional<Response> response, Scope scope) {
    Object body = response.filter(Response::isJson).map(Response::json).orElse(Map.of());
    Object headers = response.map(Response::headers).orElse(Map.of());
    try {
      return seconds.value(scope.with("response", body).with("headers", headers));
    } catch (ExpressionException e) {
      return null;
    }
  }
}
