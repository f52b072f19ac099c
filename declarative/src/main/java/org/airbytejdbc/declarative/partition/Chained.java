package org.airbytejdbc.declarative.partition;

import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;

/**
 * Many iterators as one. Each is made when the one before has ended, and asked for one element at a
 * time, which streams do not promise. For one thread.
 */
public final class Chained<S, T> implements Iterator<T> {
  private final Iterator<S> sources;
  private final Function<S, Iterator<T>> parts;
  private Iterator<T> part = Collections.emptyIterator();

  public Chained(Iterator<S> sources, Function<S, Iterator<T>> parts) {
    this.sources = sources;
    this.parts = parts;
  }

  @Override
  public boolean hasNext() {
    while (!part.hasNext() && sources.hasNext()) {
      part = parts.apply(sources.next());
    }
    return part.hasNext();
  }

  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return part.next();
  }
}
