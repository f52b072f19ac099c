package org.airbytejdbc.driver.metadata;

import java.sql.DatabaseMetaData;
import java.sql.Types;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.airbytejdbc.driver.result.ColumnType;
import org.airbytejdbc.driver.result.MemoryTable;
import org.airbytejdbc.driver.settings.TimeZoneTypes;
import org.jspecify.annotations.Nullable;

/** {@code getTypeInfo}: the types that columns and expressions can have. */
final class TypeInfo {
  private TypeInfo() {}

  static MemoryTable table(TimeZoneTypes zones) {
    return new MemoryTable(
        MemoryTable.columns(
            "TYPE_NAME VARCHAR",
            "DATA_TYPE INTEGER",
            "PRECISION INTEGER",
            "LITERAL_PREFIX VARCHAR",
            "LITERAL_SUFFIX VARCHAR",
            "CREATE_PARAMS VARCHAR",
            "NULLABLE SMALLINT",
            "CASE_SENSITIVE BOOLEAN",
            "SEARCHABLE SMALLINT",
            "UNSIGNED_ATTRIBUTE BOOLEAN",
            "FIXED_PREC_SCALE BOOLEAN",
            "AUTO_INCREMENT BOOLEAN",
            "LOCAL_TYPE_NAME VARCHAR",
            "MINIMUM_SCALE SMALLINT",
            "MAXIMUM_SCALE SMALLINT",
            "SQL_DATA_TYPE INTEGER",
            "SQL_DATETIME_SUB INTEGER",
            "NUM_PREC_RADIX INTEGER"),
        Stream.of(ColumnType.values())
            .filter(type -> type != ColumnType.NULL && type != ColumnType.OTHER)
            .sorted(Comparator.comparingInt(type -> type.jdbcType(zones)))
            .map(type -> row(type, zones))
            .toList());
  }

  private static List<@Nullable Object> row(ColumnType type, TimeZoneTypes zones) {
    boolean decimal = type == ColumnType.DECIMAL;
    return Arrays.asList(
        type.engineName(),
        type.jdbcType(zones),
        type.precision() == 0 ? null : type.precision(),
        prefix(type),
        suffix(type),
        decimal ? "precision,scale" : null,
        DatabaseMetaData.typeNullable,
        type.isCaseSensitive(),
        type.jdbcType() == Types.VARCHAR
            ? DatabaseMetaData.typeSearchable
            : DatabaseMetaData.typePredBasic,
        type.isNumeric() && !type.isSigned(),
        false,
        false,
        null,
        decimal ? 0 : type.scale(),
        decimal ? type.precision() : type.scale(),
        null,
        null,
        type.isNumeric() ? 10 : null);
  }

  private static @Nullable String prefix(ColumnType type) {
    return switch (type) {
      case LIST -> "[";
      case STRUCT -> "{";
      case MAP -> "MAP {";
      case VARCHAR -> "'";
      default -> isPlain(type) ? null : type.engineName() + " '";
    };
  }

  private static @Nullable String suffix(ColumnType type) {
    return switch (type) {
      case LIST -> "]";
      case STRUCT, MAP -> "}";
      default -> isPlain(type) ? null : "'";
    };
  }

  /** Whether its literals are a bare word. */
  private static boolean isPlain(ColumnType type) {
    return type == ColumnType.BOOLEAN || type.isNumeric();
  }
}
