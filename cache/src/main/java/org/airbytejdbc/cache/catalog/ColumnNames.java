package org.airbytejdbc.cache.catalog;

import static java.util.stream.Collectors.toSet;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The columns' names within a table: the field's name, normalised, and never a metadata column's.
 */
final class ColumnNames {
  private static final Set<String> RESERVED =
      Stream.concat(MetadataColumns.ALL.stream(), Stream.of(MetadataColumns.UNDECLARED))
          .map(Column::name)
          .collect(toSet());

  private final DistinctNames<String> names;

  /**
   * @param given the names that fields got before, and keep
   */
  ColumnNames(Map<String, String> given) {
    names = new DistinctNames<>(given, RESERVED);
  }

  String name(String field) {
    return names.name(field, NormalizedName.of(field, "column"));
  }
}
