package org.airbytejdbc.cache;

/**
 * The open caches of a JVM: users of one location share one {@link Cache}, which is closed when its
 * last user closes it. Thread-safe.
 */
public final class Caches {
  /** The cache at a location; the caller closes it. */
  public Cache open(CacheLocation location, CacheSettings settings) {
    throw new UnsupportedOperationException("not yet: " + location + settings);
  }
}
