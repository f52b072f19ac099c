package org.airbytejdbc.cache.duckdb;

import org.airbytejdbc.connector.schema.AirbyteType;
import org.airbytejdbc.connector.schema.AirbyteType.Decimal;
import org.airbytejdbc.connector.schema.AirbyteType.Simple;

/** The type that a column has in DuckDB. */
public final class DuckDbTypes {
  private DuckDbTypes() {}

  /** As DDL writes it. */
  public static String ddl(AirbyteType type) {
    if (type instanceof Decimal decimal) {
      return "DECIMAL(" + decimal.precision() + "," + decimal.scale() + ")";
    }
    return switch ((Simple) type) {
      case BOOLEAN -> "BOOLEAN";
      case INTEGER -> "BIGINT";
      case BIG_INTEGER -> "HUGEINT";
      case NUMBER -> "DOUBLE";
      case STRING -> "VARCHAR";
      case DATE -> "DATE";
      case TIME -> "TIME";
      case TIME_WITH_TIMEZONE -> "TIMETZ";
      case TIMESTAMP -> "TIMESTAMP";
      case TIMESTAMP_WITH_TIMEZONE -> "TIMESTAMPTZ";
      case BINARY -> "BLOB";
      case JSON -> "JSON";
    };
  }
}
