package org.airbytejdbc.driver.command;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Base64;
import java.util.Optional;

/**
 * A column that is written.
 *
 * @param type one of {@link Types}
 * @param json whether its texts are JSON
 */
record ResultColumn(int index, String label, int type, boolean json) {
  /** The value of the current row: a Number, Boolean or String; empty for NULL. */
  Optional<Object> value(ResultSet rows) throws SQLException {
    return Optional.ofNullable(
        switch (type) {
          case Types.TINYINT,
              Types.SMALLINT,
              Types.INTEGER,
              Types.BIGINT,
              Types.FLOAT,
              Types.REAL,
              Types.DOUBLE,
              Types.NUMERIC,
              Types.DECIMAL,
              Types.BOOLEAN,
              Types.BIT ->
              rows.getObject(index);
          case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> base64(rows);
          default -> rows.getString(index);
        });
  }

  boolean numeric() {
    return switch (type) {
      case Types.TINYINT,
          Types.SMALLINT,
          Types.INTEGER,
          Types.BIGINT,
          Types.FLOAT,
          Types.REAL,
          Types.DOUBLE,
          Types.NUMERIC,
          Types.DECIMAL ->
          true;
      default -> false;
    };
  }

  private @org.jspecify.annotations.Nullable String base64(ResultSet rows) throws SQLException {
    byte[] bytes = rows.getBytes(index);
    return bytes == null ? null : Base64.getEncoder().encodeToString(bytes);
  }
}
