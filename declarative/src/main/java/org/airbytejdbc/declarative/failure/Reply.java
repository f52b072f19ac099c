package org.airbytejdbc.declarative.failure;

import java.io.UncheckedIOException;
import java.util.Optional;
import org.airbytejdbc.declarative.http.Response;

/** What came back for a request: a response, or the reason why there is none. */
public sealed interface Reply {
  record Received(Response received) implements Reply {}

  record Lost(UncheckedIOException reason) implements Reply {}

  default Optional<Response> response() {
    return this instanceof Received some ? Optional.of(some.received) : Optional.empty();
  }
}
