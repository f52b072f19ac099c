package org.airbytejdbc.driver.jdbc;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is held open together, closed in reverse order. Thread-safe: what is added after the closing
 * is closed at once.
 */
final class Held implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Held.class);

  private final Deque<AutoCloseable> things = new ArrayDeque<>();
  private boolean closed;

  <T extends AutoCloseable> T add(T thing) {
    synchronized (this) {
      if (!closed) {
        things.push(thing);
        return thing;
      }
    }
    closeQuietly(thing);
    return thing;
  }

  @Override
  public void close() {
    while (true) {
      AutoCloseable thing;
      synchronized (this) {
        closed = true;
        thing = things.poll();
      }
      if (thing == null) {
        return;
      }
      closeQuietly(thing);
    }
  }

  /** What cannot be closed any more is no longer open: there is nothing that a caller could do. */
  private static void closeQuietly(AutoCloseable thing) {
    try {
      thing.close();
    } catch (Exception e) {
      LOG.debug("closing {}", thing.getClass(), e);
    }
  }
}
