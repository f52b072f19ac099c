package org.airbytejdbc.cache.duckdb;

import java.sql.Array;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBStruct;
import org.jspecify.annotations.Nullable;

/** The engine's lists, structures and maps as Java's collections. */
public final class NestedValues {
  private NestedValues() {}

  /** A list as a List, a structure or a map as a Map, whatever they hold too; all else as it is. */
  public static @Nullable Object plain(@Nullable Object value) throws SQLException {
    if (value instanceof DuckDBStruct struct) {
      return plain(struct.getMap());
    }
    if (value instanceof Map<?, ?> map) {
      return plain(map);
    }
    if (value instanceof Array array) {
      List<@Nullable Object> list = new ArrayList<>();
      for (Object element : (@Nullable Object[]) array.getArray()) {
        list.add(plain(element));
      }
      return list;
    }
    return value;
  }

  private static Map<@Nullable Object, @Nullable Object> plain(Map<?, ?> map) throws SQLException {
    Map<@Nullable Object, @Nullable Object> plain = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      plain.put(plain(entry.getKey()), plain(entry.getValue()));
    }
    return plain;
  }
}
