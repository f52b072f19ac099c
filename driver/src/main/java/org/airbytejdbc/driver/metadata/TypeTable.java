package org.airbytejdbc.driver.metadata;

import java.sql.Types;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.airbytejdbc.driver.result.ColumnType;
import org.airbytejdbc.driver.result.EngineType;
import org.airbytejdbc.driver.result.MemoryTable;
import org.airbytejdbc.driver.settings.TimeZoneTypes;
import org.jspecify.annotations.Nullable;

/** The engine's types with all that JDBC tells of them, for columns and parameters to join. */
final class TypeTable {
  private TypeTable() {}

  /** A row for each of the types, which may come more than once. */
  static MemoryTable of(Stream<String> types, TimeZoneTypes zones) {
    return new MemoryTable(
        MemoryTable.columns(
            "type VARCHAR",
            "data_type INTEGER",
            "type_name VARCHAR",
            "size INTEGER",
            "digits INTEGER",
            "radix INTEGER",
            "octets INTEGER"),
        types.distinct().map(type -> row(type, zones)).toList());
  }

  private static List<@Nullable Object> row(String text, TimeZoneTypes zones) {
    EngineType type = EngineType.of(text);
    ColumnType kind = type.kind();
    return Arrays.asList(
        text,
        kind.jdbcType(zones),
        type.name(),
        type.precision() == 0 ? null : type.precision(),
        hasDigits(kind) ? type.scale() : null,
        kind.isNumeric() ? 10 : null,
        hasOctets(kind) ? type.precision() : null);
  }

  /** Whether the digits after the point are fixed. */
  private static boolean hasDigits(ColumnType type) {
    return switch (type.jdbcType()) {
      case Types.TIME, Types.TIME_WITH_TIMEZONE, Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE ->
          true;
      default -> type.isNumeric() && type != ColumnType.FLOAT && type != ColumnType.DOUBLE;
    };
  }

  private static boolean hasOctets(ColumnType type) {
    return type.jdbcType() == Types.VARCHAR || type.jdbcType() == Types.VARBINARY;
  }
}
