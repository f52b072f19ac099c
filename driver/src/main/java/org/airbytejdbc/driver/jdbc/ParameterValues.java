package org.airbytejdbc.driver.jdbc;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Array;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Struct;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.UUID;
import org.airbytejdbc.driver.error.SqlErrors;
import org.airbytejdbc.driver.result.SqlTimes;
import org.airbytejdbc.driver.value.GivenArray;
import org.airbytejdbc.driver.value.GivenStruct;
import org.jspecify.annotations.Nullable;

/** Values of parameters as the engine takes them. */
final class ParameterValues {
  private ParameterValues() {}

  /**
   * The same value as a class that the engine knows; a Timestamp as it is, since only {@link
   * #timestamp} can tell whether a moment is wanted.
   */
  static @Nullable Object of(@Nullable Object value) throws SQLException {
    if (value == null
        || value instanceof String
        || value instanceof Boolean
        || value instanceof BigInteger
        || value instanceof UUID
        || value instanceof byte[]
        || value instanceof LocalDate
        || value instanceof LocalTime
        || value instanceof LocalDateTime
        || value instanceof OffsetDateTime
        || value instanceof Timestamp) {
      return value;
    }
    if (value instanceof BigDecimal decimal) {
      return decimal.scale() < 0 ? decimal.setScale(0) : decimal;
    }
    if (value instanceof Number || value instanceof Character || value instanceof OffsetTime) {
      return value instanceof Number ? value : value.toString();
    }
    if (value instanceof Instant instant) {
      return instant.atOffset(ZoneOffset.UTC);
    }
    if (value instanceof ZonedDateTime zoned) {
      return zoned.toOffsetDateTime();
    }
    if (value instanceof Date date) {
      return date.toLocalDate();
    }
    if (value instanceof Time time) {
      return SqlTimes.localTime(time);
    }
    if (value instanceof java.util.Date moment) {
      return new Timestamp(moment.getTime());
    }
    if (value instanceof Calendar calendar) {
      return calendar.toInstant().atZone(calendar.getTimeZone().toZoneId()).toOffsetDateTime();
    }
    if (value instanceof Array array) {
      return array(array);
    }
    if (value instanceof Struct struct) {
      return structure(struct);
    }
    throw SqlErrors.argument("A " + value.getClass().getName() + " cannot be a parameter");
  }

  /**
   * The value as one of that type.
   *
   * @param type a constant of {@link Types}
   */
  static @Nullable Object of(@Nullable Object value, int type) throws SQLException {
    Object given = of(value);
    if (given == null) {
      return null;
    }
    Object plain =
        given instanceof Timestamp timestamp
            ? timestamp(timestamp, type == Types.TIMESTAMP_WITH_TIMEZONE)
            : given;
    try {
      return switch (type) {
        case Types.BOOLEAN, Types.BIT -> bool(plain);
        case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT ->
            decimal(plain).longValueExact();
        case Types.REAL, Types.FLOAT, Types.DOUBLE ->
            plain instanceof Number number
                ? number.doubleValue()
                : (Object) Double.valueOf(plain.toString());
        case Types.NUMERIC, Types.DECIMAL -> of(decimal(plain));
        case Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR -> plain.toString();
        case Types.NCHAR, Types.NVARCHAR, Types.LONGNVARCHAR -> plain.toString();
        case Types.DATE ->
            plain instanceof LocalDateTime time
                ? time.toLocalDate()
                : plain instanceof String text ? LocalDate.parse(text) : plain;
        case Types.TIME ->
            plain instanceof LocalDateTime time
                ? time.toLocalTime()
                : plain instanceof String text ? LocalTime.parse(text) : plain;
        case Types.TIMESTAMP ->
            plain instanceof LocalDate date
                ? date.atStartOfDay()
                : plain instanceof String text ? Timestamp.valueOf(text).toLocalDateTime() : plain;
        default -> plain;
      };
    } catch (ArithmeticException | IllegalArgumentException | DateTimeException e) {
      SQLException failure =
          SqlErrors.argument("A parameter cannot be converted to the type that was asked for");
      failure.initCause(e);
      throw failure;
    }
  }

  /**
   * What the JVM's clocks showed, or the moment itself: one made of the other is wrong where clocks
   * were set back, or where the engine knows other rules of a zone.
   */
  static Object timestamp(Timestamp value, boolean moment) {
    return moment ? value.toInstant().atOffset(ZoneOffset.UTC) : value.toLocalDateTime();
  }

  private static GivenArray array(Array array) throws SQLException {
    if (array.getBaseTypeName() == null
        || !(array.getArray() instanceof @Nullable Object[] elements)) {
      throw SqlErrors.argument("The array has no type or elements that the engine could take");
    }
    return new GivenArray(array.getBaseTypeName(), elements);
  }

  private static GivenStruct structure(Struct struct) throws SQLException {
    if (struct.getSQLTypeName() == null || struct.getAttributes() == null) {
      throw SqlErrors.argument("The structure has no type or attributes");
    }
    return new GivenStruct(struct.getSQLTypeName(), struct.getAttributes());
  }

  private static boolean bool(Object value) {
    return value instanceof Boolean bool
        ? bool
        : value instanceof Number number
            ? number.doubleValue() != 0
            : Boolean.parseBoolean(value.toString());
  }

  private static BigDecimal decimal(Object value) {
    return value instanceof Boolean bool
        ? bool ? BigDecimal.ONE : BigDecimal.ZERO
        : new BigDecimal(value.toString());
  }
}
