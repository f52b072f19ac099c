package org.airbytejdbc.declarative.failure;

import java.time.Duration;
import java.util.Optional;
import org.airbytejdbc.declarative.expression.Scope;

/** As many seconds as a header of the response says. */
record WaitTimeFromHeader(HeaderNumber header, LongestWait longest) implements Backoff {
  @Override
  public Optional<Duration> time(Reply reply, int attempt, Scope scope) {
    return header.in(reply, scope).map(wait -> longest.check(wait, scope));
  }
}
