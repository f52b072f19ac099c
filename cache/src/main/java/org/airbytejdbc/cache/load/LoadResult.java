package org.airbytejdbc.cache.load;

import java.util.List;
import java.util.Set;
import org.airbytejdbc.cache.catalog.Column;

/**
 * What became of a batch.
 *
 * @param rows written, one for each record
 * @param changed rows with a value that could not be held as it was; told in their {@code
 *     _airbyte_meta}
 * @param widened columns whose type in the target had to be widened, with their new type
 * @param nulled names of columns that hold nothing of a value that came for them
 * @param undeclared fields that the records had and the columns have not, at most {@link
 *     #UNDECLARED_LIMIT}
 */
public record LoadResult(
    long rows, long changed, List<Column> widened, Set<String> nulled, Set<String> undeclared) {
  /** The most names of undeclared fields that are remembered. */
  public static final int UNDECLARED_LIMIT = 100;

  static final LoadResult EMPTY = new LoadResult(0, 0, List.of(), Set.of(), Set.of());

  public LoadResult {
    widened = List.copyOf(widened);
    nulled = Set.copyOf(nulled);
    undeclared = Set.copyOf(undeclared);
  }
}
