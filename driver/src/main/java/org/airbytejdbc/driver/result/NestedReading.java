package org.airbytejdbc.driver.result;

import java.sql.SQLException;
import org.airbytejdbc.cache.duckdb.NestedValues;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Lists and maps: of the engine's nested types, and of texts that are JSON. */
final class NestedReading {
  private static final JsonMapper JSON = JsonMapper.shared();

  private NestedReading() {}

  /**
   * @param type List or Map
   */
  static @Nullable Object of(Cell cell, Class<?> type) throws SQLException {
    Object value = NestedValues.plain(cell.getObject());
    if (value instanceof String text) {
      value = parsed(cell, text);
    }
    if (value != null && !type.isInstance(value)) {
      throw cell.unreadable("a " + type.getSimpleName());
    }
    return value;
  }

  private static @Nullable Object parsed(Cell cell, String text) throws SQLException {
    try {
      return JSON.readValue(text, Object.class);
    } catch (JacksonException e) {
      throw cell.malformed(text, "JSON");
    }
  }
}
