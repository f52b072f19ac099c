package org.airbytejdbc.driver.result;

import static java.util.Map.entry;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.airbytejdbc.driver.error.SqlErrors;
import org.jspecify.annotations.Nullable;

/** The classes that {@code getObject(column, class)} gives, and how each is read. */
final class TypedValues {
  /** Reads a cell; the zone is the JVM's. */
  private interface Reading {
    @Nullable Object of(Cell cell, ZoneId zone) throws SQLException;
  }

  /** Makes one class of another where there is a value. */
  private interface Making<S, T> {
    T of(S value);
  }

  private static final Map<Class<?>, Reading> READINGS =
      Map.ofEntries(
          entry(String.class, (cell, zone) -> cell.getString()),
          entry(Boolean.class, (cell, zone) -> nullable(cell, cell.getBoolean())),
          entry(Byte.class, (cell, zone) -> nullable(cell, cell.getByte())),
          entry(Short.class, (cell, zone) -> nullable(cell, cell.getShort())),
          entry(Integer.class, (cell, zone) -> nullable(cell, cell.getInt())),
          entry(Long.class, (cell, zone) -> nullable(cell, cell.getLong())),
          entry(Float.class, (cell, zone) -> nullable(cell, (float) cell.getDouble())),
          entry(Double.class, (cell, zone) -> nullable(cell, cell.getDouble())),
          entry(BigDecimal.class, (cell, zone) -> cell.getBigDecimal()),
          entry(
              BigInteger.class,
              (cell, zone) -> made(cell.getBigDecimal(), BigDecimal::toBigInteger)),
          entry(byte[].class, (cell, zone) -> cell.getBytes()),
          entry(LocalDate.class, Cell::getLocalDate),
          entry(LocalTime.class, Cell::getLocalTime),
          entry(LocalDateTime.class, Cell::getLocalDateTime),
          entry(OffsetTime.class, (cell, zone) -> cell.getOffsetTime()),
          entry(OffsetDateTime.class, Cell::getOffsetDateTime),
          entry(
              ZonedDateTime.class,
              (cell, zone) ->
                  made(cell.getOffsetDateTime(zone), value -> value.atZoneSameInstant(zone))),
          entry(
              Instant.class,
              (cell, zone) -> made(cell.getOffsetDateTime(zone), OffsetDateTime::toInstant)),
          entry(Date.class, (cell, zone) -> made(cell.getLocalDate(zone), Date::valueOf)),
          entry(
              Time.class,
              (cell, zone) -> made(cell.getLocalTime(zone), time -> SqlTimes.time(time, null))),
          entry(Timestamp.class, (cell, zone) -> cell.getTimestamp(null)),
          entry(java.util.Date.class, (cell, zone) -> cell.getTimestamp(null)),
          entry(Calendar.class, (cell, zone) -> made(cell.getTimestamp(null), SqlTimes::calendar)),
          entry(List.class, (cell, zone) -> NestedReading.of(cell, List.class)),
          entry(Map.class, (cell, zone) -> NestedReading.of(cell, Map.class)),
          entry(UUID.class, (cell, zone) -> uuid(cell)));

  private TypedValues() {}

  static <T> @Nullable T read(Cell cell, @Nullable Class<T> type) throws SQLException {
    if (type == null) {
      throw SqlErrors.argument("The class to read column " + cell.column + " as is null");
    }
    Reading reading = READINGS.get(type);
    if (reading != null) {
      return type.cast(reading.of(cell, ZoneId.systemDefault()));
    }
    Object value = cell.getObject();
    if (value != null && !type.isInstance(value)) {
      throw cell.unreadable(type.getName());
    }
    return type.cast(value);
  }

  private static @Nullable Object nullable(Cell cell, Object value) throws SQLException {
    return cell.rows.wasNull() ? null : value;
  }

  private static <S, T> @Nullable T made(@Nullable S value, Making<S, T> making) {
    return value == null ? null : making.of(value);
  }

  private static @Nullable UUID uuid(Cell cell) throws SQLException {
    Object value = cell.getObject();
    if (value == null || value instanceof UUID) {
      return (UUID) value;
    }
    try {
      return UUID.fromString(value.toString());
    } catch (IllegalArgumentException e) {
      throw cell.malformed(value.toString(), "a UUID");
    }
  }
}
