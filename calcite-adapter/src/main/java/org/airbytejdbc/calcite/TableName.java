package org.airbytejdbc.calcite;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.airbytejdbc.cache.duckdb.SqlName;

/** A table as a statement names it: {@code [[catalog.]schema.]table}. */
record TableName(List<String> path) {
  TableName {
    path = List.copyOf(path);
    if (path.isEmpty()) {
      throw new IllegalArgumentException("empty path");
    }
  }

  String table() {
    return path.get(path.size() - 1);
  }

  Optional<String> schema() {
    return path.size() > 1 ? Optional.of(path.get(path.size() - 2)) : Optional.empty();
  }

  @Override
  public String toString() {
    return path.stream().map(SqlName::quoted).collect(Collectors.joining("."));
  }
}
