package org.airbytejdbc.declarative;

import java.time.Clock;
import java.util.Map;
import org.airbytejdbc.connector.Cancellation;
import org.airbytejdbc.declarative.expression.Scope;
import org.airbytejdbc.declarative.http.Transport;
import org.airbytejdbc.declarative.trace.Tracer;
import org.jspecify.annotations.Nullable;

/**
 * What components are made with: the config, the clock and the way out to the network. One a run of
 * a connector.
 */
public record Runtime(
    Map<String, @Nullable Object> config,
    Clock clock,
    Transport transport,
    Cancellation cancellation,
    Tracer tracer)
    implements AutoCloseable {
  /** Nobody hears what is done. */
  public Runtime(
      Map<String, @Nullable Object> config,
      Clock clock,
      Transport transport,
      Cancellation cancellation) {
    this(config, clock, transport, cancellation, Tracer.SILENT);
  }

  /** Where every expression's scope begins. */
  public Scope scope() {
    return Scope.of(config, clock).heardBy(tracer);
  }

  /** The way out for what stands at that place of the manifest. */
  public Transport transport(String place) {
    return tracer.before(transport, place);
  }

  /** Ends requests under way. Idempotent, any thread. */
  @Override
  public void close() {
    transport.close();
  }
}
