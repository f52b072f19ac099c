package org.airbytejdbc.declarative.http;

/**
 * Sends one request, once: connections, TLS, redirects, and the bounds on where a manifest may
 * reach. Thread-safe.
 */
public interface Transport extends AutoCloseable {
  /** Blocks. Throws an {@link java.io.UncheckedIOException} where no response came. */
  Response send(Request request);

  /** Ends what is being sent. Idempotent, any thread. */
  @Override
  void close();
}
