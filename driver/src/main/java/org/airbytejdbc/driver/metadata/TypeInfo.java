package org.airbytejdbc.driver.metadata;

import java.sql.DatabaseMetaData;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.airbytejdbc.driver.result.ColumnType;
import org.airbytejdbc.driver.result.MemoryTable;
import org.jspecify.annotations.Nullable;

/** {@code getTypeInfo}: the types that columns and expressions can have. */
final class TypeInfo {
  private TypeInfo() {}

  static MemoryTable table() {
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
            .sorted(Comparator.comparingInt(ColumnType::jdbcType))
            .map(TypeInfo::row)
            .toList());
  }

  private static List<@Nullable Object> row(ColumnType type) {
    boolean number = type.isNumeric() || type == ColumnType.BOOLEAN;
    boolean decimal = type == ColumnType.DECIMAL;
    return Arrays.asList(
        type.engineName(),
        type.jdbcType(),
        type.precision(),
        number ? null : "'",
        number ? null : "'",
        decimal ? "precision,scale" : null,
        DatabaseMetaData.typeNullable,
        type.isCaseSensitive(),
        DatabaseMetaData.typeSearchable,
        !type.isSigned(),
        false,
        false,
        null,
        0,
        decimal ? type.precision() : type.scale(),
        null,
        null,
        10);
  }
}
