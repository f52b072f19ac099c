package org.airbytejdbc.declarative.decode;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Values found one by one, in whatever way {@link Finder} finds them. Not thread-safe. */
final class LazyValues implements Iterator<@Nullable Object> {
  /** Finds the next values. */
  @FunctionalInterface
  interface Finder {
    /**
     * Gives some values to the queue, maybe none.
     *
     * @return whether there may be more
     */
    boolean find(Deque<Optional<Object>> found) throws IOException;
  }

  private final String what;
  private final Finder finder;
  private final Deque<Optional<Object>> found = new ArrayDeque<>();
  private boolean mayBeMore = true;

  /**
   * @param what the bytes should be, for the error
   */
  LazyValues(String what, Finder finder) {
    this.what = what;
    this.finder = finder;
  }

  @Override
  public boolean hasNext() {
    try {
      while (found.isEmpty() && mayBeMore) {
        mayBeMore = finder.find(found);
      }
    } catch (IOException e) {
      throw UnreadableBody.of(what, e);
    }
    return !found.isEmpty();
  }

  @Override
  public @Nullable Object next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return found.removeFirst().orElse(null);
  }
}
