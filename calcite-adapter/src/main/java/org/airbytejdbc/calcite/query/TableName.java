package org.airbytejdbc.calcite.query;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.airbytejdbc.cache.duckdb.SqlName;

/** A table as a statement names it: {@code [[catalog.]schema.]table}. */
public record TableName(List<String> path) {
  public TableName {
    path = List.copyOf(path);
    if (path.isEmpty()) {
      throw new IllegalArgumentException("empty path");
    }
  }

  /** Its last name. */
  public String table() {
    return path.get(path.size() - 1);
  }

  /** The name before the last, where there is one. */
  public Optional<String> schema() {
    return path.size() > 1 ? Optional.of(path.get(path.size() - 2)) : Optional.empty();
  }

  /** As SQL writes it, quoted. */
  @Override
  public String toString() {
    return path.stream().map(SqlName::quoted).collect(Collectors.joining("."));
  }
}
