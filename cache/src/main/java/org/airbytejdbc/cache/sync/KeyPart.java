package org.airbytejdbc.cache.sync;

import static org.airbytejdbc.cache.duckdb.SqlName.literal;
import static org.airbytejdbc.cache.duckdb.SqlName.quoted;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.airbytejdbc.cache.catalog.Column;
import org.airbytejdbc.cache.catalog.StoredStream;
import org.airbytejdbc.connector.schema.AirbyteType.Simple;

/**
 * One part of a stream's key: a column, or a value inside a JSON column.
 *
 * @param path the fields below the column; empty for the column itself
 */
record KeyPart(String column, List<String> path) {

  /** The stream's whole key; empty where it has none, or where a part of it has no column. */
  static List<KeyPart> keyOf(StoredStream stream) {
    List<KeyPart> key = new ArrayList<>();
    for (List<String> path : stream.definition().primaryKey()) {
      List<String> below = path.subList(1, path.size());
      Optional<Column> column =
          stream
              .column(path.get(0))
              .filter(found -> below.isEmpty() || found.type() == Simple.JSON);
      if (column.isEmpty()) {
        return List.of();
      }
      key.add(new KeyPart(column.get().name(), below));
    }
    return key;
  }

  /** Its value in a row of the aliased table. */
  String sql(String alias) {
    String value = alias + "." + quoted(column);
    return path.isEmpty()
        ? value
        : "json_extract_string(" + value + ", " + literal(pointer()) + ")";
  }

  private String pointer() {
    StringBuilder pointer = new StringBuilder();
    for (String field : path) {
      pointer.append('/').append(field.replace("~", "~0").replace("/", "~1"));
    }
    return pointer.toString();
  }
}
