package org.airbytejdbc.cache.parquet;

import java.util.OptionalInt;

/** How the values of a column are written, and what they stand for. */
public enum ParquetType {
  /** 32 bits. */
  INT32(1, OptionalInt.empty()),
  /** 64 bits. */
  INT64(2, OptionalInt.empty()),
  /** IEEE 754, 64 bits. */
  DOUBLE(5, OptionalInt.empty()),
  /** Days since 1970-01-01, 32 bits. */
  DATE(1, OptionalInt.of(6)),
  /** Microseconds since midnight, 64 bits. */
  TIME(2, OptionalInt.of(8)),
  /** UTF-8. */
  TEXT(6, OptionalInt.of(0)),
  /** JSON in UTF-8. */
  JSON(6, OptionalInt.of(19));

  // Numbers of the format's enums Type and ConvertedType.
  final int physical;
  final OptionalInt converted;

  ParquetType(int physical, OptionalInt converted) {
    this.physical = physical;
    this.converted = converted;
  }
}
