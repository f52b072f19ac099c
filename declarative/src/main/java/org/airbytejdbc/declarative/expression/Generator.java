package org.airbytejdbc.declarative.expression;

import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** What some filters give: items that are computed as they are asked for, and only once. */
record Generator(Iterator<@Nullable Object> items) implements Iterable<@Nullable Object> {
  @Override
  public Iterator<@Nullable Object> iterator() {
    return items;
  }
}
