package org.airbytejdbc.driver.metadata;

import java.util.List;
import java.util.stream.Collectors;
import org.airbytejdbc.cache.catalog.SqlName;
import org.jspecify.annotations.Nullable;

/** A metadata call whose rows are a query over {@link CatalogTables}. */
interface MetadataQuery {
  /** Its columns and order are those that JDBC prescribes. */
  String sql();

  /** The condition that a name is like a pattern of JDBC; letter case aside, as in SQL. */
  static String like(String column, @Nullable String pattern) {
    return pattern == null
        ? "true"
        : column + " ILIKE " + SqlName.literal(pattern) + " ESCAPE '\\'";
  }

  /** The condition that a name is that one; some clients say {@code %} for all. */
  static String is(String column, @Nullable String name) {
    return name == null || name.equals("%")
        ? "true"
        : "lower(" + column + ") = lower(" + SqlName.literal(name) + ")";
  }

  /** The condition that a text is among those. */
  static String among(String column, List<String> texts) {
    return texts.isEmpty()
        ? "false"
        : texts.stream()
            .map(SqlName::literal)
            .collect(Collectors.joining(", ", column + " IN (", ")"));
  }

  /** The condition that a catalog is asked for, of which there are none: null and empty ask not. */
  static String catalog(@Nullable String catalog) {
    return catalog == null || catalog.isEmpty() || catalog.equals("%") ? "true" : "false";
  }
}
