package org.airbytejdbc.declarative.expression;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * Python's tuple: a list that never changes, written in parentheses. Equal to no list in Python.
 */
public final class Tuple extends AbstractList<@Nullable Object> implements RandomAccess {
  private final List<@Nullable Object> items;

  private Tuple(List<@Nullable Object> items) {
    this.items = items;
  }

  public static Tuple of(@Nullable Object... items) {
    return new Tuple(Arrays.asList(items.clone()));
  }

  public static Tuple copyOf(Iterable<? extends @Nullable Object> items) {
    List<@Nullable Object> copy = new ArrayList<>();
    items.forEach(copy::add);
    return new Tuple(Collections.unmodifiableList(copy));
  }

  @Override
  public @Nullable Object get(int index) {
    return items.get(index);
  }

  @Override
  public int size() {
    return items.size();
  }
}
