package org.airbytejdbc.cache;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;

/** When a stream is read again before a statement sees it. */
public record FreshnessPolicy(Refresh refresh, Duration maxAge) {
  public static final FreshnessPolicy DEFAULT =
      new FreshnessPolicy(Refresh.AUTO, Duration.ofHours(1));

  /** Reads now, whatever the age. */
  public static final FreshnessPolicy NOW = new FreshnessPolicy(Refresh.ALWAYS, Duration.ZERO);

  /** As the URL's {@code refresh} says. */
  public enum Refresh {
    /** When never read, or older than {@code maxAge}. */
    AUTO,
    ALWAYS,
    /** What is there is good enough; a stream never read is an error. */
    NEVER
  }

  public FreshnessPolicy {
    requireNonNull(refresh, "refresh");
    requireNonNull(maxAge, "maxAge");
  }

  /** A stream read to its end at or after this moment is fresh for what began then. */
  public Instant freshSince(Instant began) {
    return switch (refresh) {
      case AUTO -> began.minus(maxAge);
      case ALWAYS -> began;
      case NEVER -> Instant.MIN;
    };
  }
}
