package org.airbytejdbc.cache;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How a cache behaves.
 *
 * @param lockTimeout the longest wait for a file or stream that another process holds
 * @param maxRecordBytes the longest line that is loaded
 */
public record CacheSettings(Duration lockTimeout, int maxRecordBytes) {
  public static final CacheSettings DEFAULT =
      new CacheSettings(Duration.ofMinutes(1), 64 * 1024 * 1024);

  public CacheSettings {
    requireNonNull(lockTimeout, "lockTimeout");
  }
}
