package org.airbytejdbc.connector.schema;

/** The one type that a field has between its JSON Schema and any engine. */
public sealed interface AirbyteType {
  /** The types without parameters. */
  enum Simple implements AirbyteType {
    BOOLEAN,
    INTEGER,
    /** Integers beyond 64 bits ({@code airbyte_type: big_integer}, or widened by a value). */
    BIG_INTEGER,
    NUMBER,
    STRING,
    DATE,
    TIME,
    TIME_WITH_TIMEZONE,
    TIMESTAMP,
    TIMESTAMP_WITH_TIMEZONE,
    /** Base64 in the record, bytes in the cache. */
    BINARY,
    /** Objects, arrays, several types, anything unknown: kept as JSON text. */
    JSON
  }

  /** A number that must keep its decimal digits. */
  record Decimal(int precision, int scale) implements AirbyteType {
    public Decimal {
      if (precision < 1 || precision > 38 || scale < 0 || scale > precision) {
        throw new IllegalArgumentException("DECIMAL(" + precision + "," + scale + ")");
      }
    }
  }
}
