package org.airbytejdbc.driver.result;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.util.Calendar;
import org.airbytejdbc.driver.error.SqlState;
import org.jspecify.annotations.Nullable;

/**
 * One column of the current row, read as its type allows; whatever a type cannot be read as is an
 * error. SQL's NULL is null, 0 or false. A zone counts where exactly one of value and result has
 * one.
 */
abstract class Cell {
  final ResultSet rows;
  final int column;

  Cell(ResultSet rows, int column) {
    this.rows = rows;
    this.column = column;
  }

  /** The cell that reads a column of that type. */
  static Cell of(ColumnType type, ResultSet rows, int column) {
    return switch (type) {
      case BOOLEAN -> new BooleanCell(rows, column);
      case BIGINT -> new BigintCell(rows, column);
      case TINYINT, SMALLINT, INTEGER, UTINYINT, USMALLINT -> new IntegerCell(rows, column);
      case UINTEGER, UBIGINT, HUGEINT, UHUGEINT, DECIMAL -> new DecimalCell(rows, column, type);
      case FLOAT, DOUBLE -> new FloatingCell(rows, column, type);
      case VARCHAR, JSON, ENUM, BIT, BIGNUM, INTERVAL, NULL -> new TextCell(rows, column);
      case DATE -> new DateCell(rows, column);
      case TIME, TIME_NS -> new TimeCell(rows, column);
      case TIMETZ -> new OffsetTimeCell(rows, column);
      case TIMESTAMP, TIMESTAMP_S, TIMESTAMP_MS, TIMESTAMP_NS -> new TimestampCell(rows, column);
      case TIMESTAMPTZ -> new InstantCell(rows, column);
      case BLOB -> new BytesCell(rows, column);
      case UUID, LIST, STRUCT, MAP, OTHER -> new ObjectCell(rows, column);
    };
  }

  /** As {@link ColumnType#javaClass()} says. */
  abstract @Nullable Object getObject() throws SQLException;

  abstract @Nullable String getString() throws SQLException;

  boolean getBoolean() throws SQLException {
    throw unreadable("a boolean");
  }

  long getLong() throws SQLException {
    throw unreadable("an integer");
  }

  double getDouble() throws SQLException {
    throw unreadable("a number");
  }

  @Nullable BigDecimal getBigDecimal() throws SQLException {
    throw unreadable("a number");
  }

  byte @Nullable [] getBytes() throws SQLException {
    throw unreadable("bytes");
  }

  @Nullable LocalDate getLocalDate(ZoneId zone) throws SQLException {
    throw unreadable("a date");
  }

  @Nullable LocalTime getLocalTime(ZoneId zone) throws SQLException {
    throw unreadable("a time");
  }

  @Nullable OffsetTime getOffsetTime() throws SQLException {
    throw unreadable("a time with time zone");
  }

  @Nullable LocalDateTime getLocalDateTime(ZoneId zone) throws SQLException {
    throw unreadable("a timestamp");
  }

  @Nullable OffsetDateTime getOffsetDateTime(ZoneId zone) throws SQLException {
    throw unreadable("a timestamp with time zone");
  }

  /** With the calendar's zone, or the JVM's if there is none. */
  @Nullable Timestamp getTimestamp(@Nullable Calendar calendar) throws SQLException {
    ZoneId zone = SqlTimes.zone(calendar);
    LocalDateTime value = getLocalDateTime(zone);
    return value == null ? null : SqlTimes.timestamp(value, calendar);
  }

  final int getInt() throws SQLException {
    return (int) within(Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  final short getShort() throws SQLException {
    return (short) within(Short.MIN_VALUE, Short.MAX_VALUE);
  }

  final byte getByte() throws SQLException {
    return (byte) within(Byte.MIN_VALUE, Byte.MAX_VALUE);
  }

  private long within(long min, long max) throws SQLException {
    long value = getLong();
    if (value < min || value > max) {
      throw outOfRange(value);
    }
    return value;
  }

  final SQLException unreadable(String what) {
    return SqlState.WRONG_TYPE.exception(
        "Column " + column + " of type " + typeName() + " cannot be read as " + what, "");
  }

  final SQLException malformed(String value, String what) {
    return SqlState.INVALID_TEXT.exception(
        "The value '" + value + "' of column " + column + " is not " + what, "");
  }

  final SQLException outOfRange(Object value) {
    return SqlState.OUT_OF_RANGE.exception(
        "The value " + value + " of column " + column + " is out of range",
        "Read it as a wider type.");
  }

  private String typeName() {
    try {
      return rows.getMetaData().getColumnTypeName(column);
    } catch (SQLException e) {
      return "unknown";
    }
  }
}
