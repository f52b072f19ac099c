package org.airbytejdbc.calcite.federation;

import org.airbytejdbc.connector.schema.AirbyteType;
import org.airbytejdbc.connector.schema.AirbyteType.Decimal;
import org.airbytejdbc.connector.schema.AirbyteType.Simple;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.sql.type.SqlTypeName;

/** The type by which Calcite plans with a column; its values never pass through Calcite. */
final class CalciteTypes {
  private static final int MOST_DIGITS = 38;

  private CalciteTypes() {}

  static RelDataType of(AirbyteType type, RelDataTypeFactory types) {
    return types.createTypeWithNullability(notNull(type, types), true);
  }

  private static RelDataType notNull(AirbyteType type, RelDataTypeFactory types) {
    if (type instanceof Decimal decimal) {
      return types.createSqlType(SqlTypeName.DECIMAL, decimal.precision(), decimal.scale());
    }
    return switch ((Simple) type) {
      case BOOLEAN -> types.createSqlType(SqlTypeName.BOOLEAN);
      case INTEGER -> types.createSqlType(SqlTypeName.BIGINT);
      case BIG_INTEGER -> types.createSqlType(SqlTypeName.DECIMAL, MOST_DIGITS, 0);
      case NUMBER -> types.createSqlType(SqlTypeName.DOUBLE);
      case STRING, JSON -> types.createSqlType(SqlTypeName.VARCHAR);
      case DATE -> types.createSqlType(SqlTypeName.DATE);
      case TIME -> types.createSqlType(SqlTypeName.TIME);
      case TIME_WITH_TIMEZONE -> types.createSqlType(SqlTypeName.TIME_TZ);
      case TIMESTAMP -> types.createSqlType(SqlTypeName.TIMESTAMP);
      case TIMESTAMP_WITH_TIMEZONE -> types.createSqlType(SqlTypeName.TIMESTAMP_TZ);
      case BINARY -> types.createSqlType(SqlTypeName.VARBINARY);
    };
  }
}
