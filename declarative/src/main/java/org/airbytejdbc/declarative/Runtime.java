package org.airbytejdbc.declarative;

import java.time.Clock;
import java.util.Map;
import org.airbytejdbc.connector.Cancellation;
import org.airbytejdbc.declarative.expression.Scope;
import org.airbytejdbc.declarative.http.Transport;
import org.jspecify.annotations.Nullable;

/**
 * What components are made with: the config, the clock and the way out to the network. One a run of
 * a connector.
 */
public record Runtime(
    Map<String, @Nullable Object> config,
    Clock clock,
    Transport transport,
    Cancellation cancellation)
    implements AutoCloseable {
  /** Where every expression's scope begins. */
  public Scope scope() {
    return Scope.of(config, clock);
  }

  /** Ends requests under way. Idempotent, any thread. */
  @Override
  public void close() {
    transport.close();
  }
}
