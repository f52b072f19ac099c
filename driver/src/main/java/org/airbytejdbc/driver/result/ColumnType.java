package org.airbytejdbc.driver.result;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Date;
import java.sql.Struct;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.airbytejdbc.driver.settings.TimeZoneTypes;

/** The engine's types as JDBC knows them; the one list for results and metadata. */
public enum ColumnType {
  BOOLEAN("BOOLEAN", Types.BOOLEAN, Boolean.class, 1, 5),
  TINYINT("TINYINT", Types.TINYINT, Integer.class, 3, 4),
  SMALLINT("SMALLINT", Types.SMALLINT, Integer.class, 5, 6),
  INTEGER("INTEGER", Types.INTEGER, Integer.class, 10, 11),
  BIGINT("BIGINT", Types.BIGINT, Long.class, 19, 20),
  UTINYINT("UTINYINT", Types.SMALLINT, Integer.class, 3, 3),
  USMALLINT("USMALLINT", Types.INTEGER, Integer.class, 5, 5),
  UINTEGER("UINTEGER", Types.BIGINT, Long.class, 10, 10),
  UBIGINT("UBIGINT", Types.NUMERIC, BigDecimal.class, 20, 20),
  HUGEINT("HUGEINT", Types.NUMERIC, BigDecimal.class, 39, 40),
  UHUGEINT("UHUGEINT", Types.NUMERIC, BigDecimal.class, 39, 39),
  DECIMAL("DECIMAL", Types.DECIMAL, BigDecimal.class, 38, 40),
  FLOAT("FLOAT", Types.REAL, Float.class, 8, 15),
  DOUBLE("DOUBLE", Types.DOUBLE, Double.class, 17, 25),
  VARCHAR("VARCHAR", Types.VARCHAR, String.class, Integer.MAX_VALUE, Integer.MAX_VALUE),
  JSON("JSON", Types.VARCHAR, String.class, Integer.MAX_VALUE, Integer.MAX_VALUE),
  ENUM("ENUM", Types.VARCHAR, String.class, Integer.MAX_VALUE, Integer.MAX_VALUE),
  BIT("BIT", Types.VARCHAR, String.class, Integer.MAX_VALUE, Integer.MAX_VALUE),
  BIGNUM("BIGNUM", Types.VARCHAR, String.class, Integer.MAX_VALUE, Integer.MAX_VALUE),
  INTERVAL("INTERVAL", Types.VARCHAR, String.class, 50, 50),
  NULL("\"NULL\"", Types.VARCHAR, String.class, 0, 4),
  DATE("DATE", Types.DATE, Date.class, 10, 10),
  TIME("TIME", Types.TIME, Time.class, 15, 15),
  TIME_NS("TIME_NS", Types.TIME, Time.class, 18, 18),
  TIMETZ("TIME WITH TIME ZONE", Types.TIME_WITH_TIMEZONE, Time.class, 21, 21),
  TIMESTAMP("TIMESTAMP", Types.TIMESTAMP, Timestamp.class, 26, 26),
  TIMESTAMP_S("TIMESTAMP_S", Types.TIMESTAMP, Timestamp.class, 19, 19),
  TIMESTAMP_MS("TIMESTAMP_MS", Types.TIMESTAMP, Timestamp.class, 23, 23),
  TIMESTAMP_NS("TIMESTAMP_NS", Types.TIMESTAMP, Timestamp.class, 29, 29),
  TIMESTAMPTZ("TIMESTAMP WITH TIME ZONE", Types.TIMESTAMP_WITH_TIMEZONE, Timestamp.class, 32, 32),
  BLOB("BLOB", Types.VARBINARY, byte[].class, Integer.MAX_VALUE, Integer.MAX_VALUE),
  UUID("UUID", Types.OTHER, UUID.class, 36, 36),
  LIST("LIST", Types.ARRAY, Array.class, 0, Integer.MAX_VALUE),
  STRUCT("STRUCT", Types.STRUCT, Struct.class, 0, Integer.MAX_VALUE),
  MAP("MAP", Types.JAVA_OBJECT, Map.class, 0, Integer.MAX_VALUE),
  OTHER("OTHER", Types.OTHER, Object.class, 0, Integer.MAX_VALUE);

  private static final Map<String, ColumnType> BY_NAME =
      Stream.of(values())
          .flatMap(type -> Stream.of(type.engineName(), type.name()).map(n -> Map.entry(n, type)))
          .distinct()
          .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

  private final String engineName;
  private final int jdbcType;
  private final Class<?> javaClass;
  private final int precision;
  private final int displaySize;

  ColumnType(String engineName, int jdbcType, Class<?> javaClass, int precision, int displaySize) {
    this.engineName = engineName;
    this.jdbcType = jdbcType;
    this.javaClass = javaClass;
    this.precision = precision;
    this.displaySize = displaySize;
  }

  /**
   * The type of that name, short or long, in the engine, its parameters aside; {@link #OTHER} if
   * not known.
   */
  public static ColumnType of(String engineName) {
    if (engineName.endsWith("]")) {
      return LIST;
    }
    int parameters = engineName.indexOf('(');
    String name = parameters < 0 ? engineName : engineName.substring(0, parameters);
    return BY_NAME.getOrDefault(name.toUpperCase(Locale.ROOT), OTHER);
  }

  /** The engine's name of the type, without parameters. */
  public String engineName() {
    return engineName;
  }

  /** A constant of {@link Types}. */
  public int jdbcType() {
    return jdbcType;
  }

  /** The same for callers who know some types only. */
  public int jdbcType(TimeZoneTypes zones) {
    return switch (zones) {
      case STANDARD -> jdbcType;
      case PLAIN ->
          switch (this) {
            case TIMETZ -> Types.TIME;
            case TIMESTAMPTZ -> Types.TIMESTAMP;
            default -> jdbcType;
          };
    };
  }

  /** What {@code getObject} gives. */
  public Class<?> javaClass() {
    return javaClass;
  }

  /** Digits of a number, characters of anything else; 0 where that has no meaning. */
  public int precision() {
    return precision;
  }

  /** The most characters that a value is written with. */
  public int displaySize() {
    return displaySize;
  }

  /** Digits after the point of a number, or of a second. */
  public int scale() {
    return switch (this) {
      case TIME, TIMETZ, TIMESTAMP, TIMESTAMPTZ -> 6;
      case TIMESTAMP_MS -> 3;
      case TIME_NS, TIMESTAMP_NS -> 9;
      default -> 0;
    };
  }

  public boolean isNumeric() {
    return ordinal() >= TINYINT.ordinal() && ordinal() <= DOUBLE.ordinal();
  }

  /** Whether a number can be negative. */
  public boolean isSigned() {
    return switch (this) {
      case UTINYINT, USMALLINT, UINTEGER, UBIGINT, UHUGEINT -> false;
      default -> isNumeric();
    };
  }

  /** Whether letter case counts in comparisons. */
  public boolean isCaseSensitive() {
    return jdbcType == Types.VARCHAR;
  }
}
