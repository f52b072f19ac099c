package org.airbytejdbc.declarative.http;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * The bounds of one request, for APIs that are slow, broken or hostile.
 *
 * @param connect until there is a connection
 * @param silence until the first byte of an answer, and between two of them
 * @param bodyBytes of a response, before and after it is decompressed
 * @param redirects that one request may follow
 */
public record TransportLimits(Duration connect, Duration silence, long bodyBytes, int redirects) {
  private static final long MOST_BYTES = 512L << 20;
  private static final int PART_OF_MEMORY = 4;

  public TransportLimits {
    requireNonNull(connect, "connect");
    requireNonNull(silence, "silence");
  }

  /** Half a minute to connect, five of silence, a quarter of the memory for one response. */
  public static TransportLimits standard() {
    return new TransportLimits(
        Duration.ofSeconds(30),
        Duration.ofMinutes(5),
        Math.min(MOST_BYTES, Runtime.getRuntime().maxMemory() / PART_OF_MEMORY),
        30);
  }
}
