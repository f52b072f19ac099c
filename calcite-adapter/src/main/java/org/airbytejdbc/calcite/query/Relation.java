package org.airbytejdbc.calcite.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.airbytejdbc.cache.catalog.StreamTable;

/**
 * Something in FROM, by the name that the rest of the query knows it by.
 *
 * @param columns empty if they are not known
 */
public record Relation(String name, Optional<List<Relation.Column>> columns) {
  /** A column; the origin is empty for all but plain columns of streams. */
  public record Column(String name, Optional<ColumnOrigin> origin) {
    boolean isCalled(String other) {
      return name.equalsIgnoreCase(other);
    }

    Column as(String other) {
      return new Column(other, origin.map(known -> known.as(other)));
    }
  }

  static Relation of(String name, StreamTable table) {
    return new Relation(
        name,
        Optional.of(
            table.columns().stream()
                .map(
                    column ->
                        new Column(
                            column.name(),
                            Optional.of(
                                new ColumnOrigin(
                                    table.schema(), table.table(), column.name(), column.name()))))
                .toList()));
  }

  /** With the first columns called so: {@code AS name(a, b)}. */
  Relation renamed(List<String> names) {
    return new Relation(
        name,
        columns.map(
            known -> {
              List<Column> renamed = new ArrayList<>(known);
              for (int i = 0; i < Math.min(names.size(), known.size()); i++) {
                renamed.set(i, known.get(i).as(names.get(i)));
              }
              return renamed;
            }));
  }

  /** Without the columns of that name, which another relation shows for both. */
  Relation without(List<String> names) {
    return new Relation(
        name,
        columns.map(
            known ->
                known.stream()
                    .filter(column -> names.stream().noneMatch(column::isCalled))
                    .toList()));
  }

  boolean isCalled(String other) {
    return name.equalsIgnoreCase(other);
  }
}
