package org.airbytejdbc.cache;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How a cache behaves.
 *
 * @param lockTimeout the longest wait for a file or stream that another process holds
 */
public record CacheSettings(Duration lockTimeout) {
  public static final CacheSettings DEFAULT = new CacheSettings(Duration.ofMinutes(1));

  public CacheSettings {
    requireNonNull(lockTimeout, "lockTimeout");
  }
}
