package org.airbytejdbc.driver.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Calendar;
import java.util.Locale;
import java.util.TimeZone;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a value can be read as, and that nothing is lost on the way. */
class ConversionsTest {
  /** A getter. */
  private interface Getter {
    Object of(ResultSet row) throws SQLException;
  }

  private final TimeZone zone = TimeZone.getDefault();
  private EngineRows engine;

  @BeforeEach
  void open() {
    engine = new EngineRows();
  }

  @AfterEach
  void close() throws SQLException {
    TimeZone.setDefault(zone);
    engine.close();
  }

  private Object read(String expression, Getter getter) throws SQLException {
    try (AirbyteResultSet row = engine.row(expression)) {
      return getter.of(row);
    }
  }

  private void assertState(String expression, Getter getter, String state) {
    assertThatThrownBy(() -> read(expression, getter))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(state));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "7::TINYINT",
        "7::BIGINT",
        "7::HUGEINT",
        "7.9::DOUBLE",
        "7.9::DECIMAL(5,2)",
        "'7'",
        "7::UINTEGER"
      })
  void numbersAreReadAsEachOther(String expression) throws SQLException {
    assertThat(read(expression, row -> row.getInt(1))).isEqualTo(7);
    assertThat(read(expression, row -> row.getLong("V"))).isEqualTo(7L);
    assertThat(read(expression, row -> row.getShort(1))).isEqualTo((short) 7);
    assertThat((Double) read(expression, row -> row.getDouble(1))).isBetween(7.0, 7.9);
    assertThat((BigDecimal) read(expression, row -> row.getBigDecimal(1)))
        .isBetween(new BigDecimal("7"), new BigDecimal("7.9"));
    assertThat(read(expression, row -> row.getObject(1, BigInteger.class)))
        .isEqualTo(BigInteger.valueOf(7));
    assertThat(read(expression, row -> row.getObject(1, Integer.class))).isEqualTo(7);
  }

  @Test
  void numbersThatDoNotFitAreRefused() {
    assertState("3000000000::BIGINT", row -> row.getInt(1), "22003");
    assertState("200::SMALLINT", row -> row.getByte(1), "22003");
    assertState("1e300::DOUBLE", row -> row.getLong(1), "22003");
    assertState("'NaN'::DOUBLE", row -> row.getLong(1), "22003");
    assertState("'NaN'::DOUBLE", row -> row.getBigDecimal(1), "22003");
    assertState("99999999999999999999::HUGEINT", row -> row.getLong(1), "22003");
    assertState("'x'", row -> row.getInt(1), "22P02");
    assertState("DATE '2020-01-02'", row -> row.getInt(1), "07006");
    assertState("7", row -> row.getDate(1), "07006");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {"7, true", "0, false", "0.5::DOUBLE, true", "'yes', true", "'F', false"})
  void booleansAreReadFromNumbersAndWords(String expression, boolean value) throws SQLException {
    assertThat(read(expression, row -> row.getBoolean(1))).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BOOLEAN",
        "INTEGER",
        "BIGINT",
        "HUGEINT",
        "FLOAT",
        "DOUBLE",
        "DECIMAL(5,2)",
        "VARCHAR"
      })
  void nullIsZeroAndWasNull(String type) throws SQLException {
    try (AirbyteResultSet row = engine.row("NULL::" + type)) {
      assertThat(row.getInt(1)).isZero();
      assertThat(row.wasNull()).isTrue();
      assertThat(row.getDouble(1)).isZero();
      assertThat(row.getFloat(1)).isZero();
      assertThat(row.getBoolean(1)).isFalse();
      assertThat(row.getBigDecimal(1)).isNull();
      assertThat(row.getObject(1)).isNull();
      assertThat(row.getObject(1, Long.class)).isNull();
      assertThat(row.getString(1)).isNull();
      assertThat(row.wasNull()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"DATE", "TIME", "TIMETZ", "TIMESTAMP", "TIMESTAMPTZ", "BLOB", "UUID"})
  void nullIsNullInEveryType(String type) throws SQLException {
    try (AirbyteResultSet row = engine.row("NULL::" + type)) {
      assertThat(row.getObject(1)).isNull();
      assertThat(row.getString(1)).isNull();
      assertThat(row.wasNull()).isTrue();
    }
  }

  /** 02:30 does not exist there on that day: clocks go from 02:00 to 03:00. */
  @ParameterizedTest
  @ValueSource(strings = {"America/New_York", "UTC", "Asia/Kathmandu"})
  void timestampsKeepTheirClock(String zoneId) throws SQLException {
    TimeZone.setDefault(TimeZone.getTimeZone(zoneId));
    String expression = "TIMESTAMP '2020-03-08 02:30:05.123456'";
    assertThat(read(expression, row -> row.getString(1))).isEqualTo("2020-03-08 02:30:05.123456");
    assertThat(read(expression, row -> row.getObject(1, LocalDateTime.class)))
        .isEqualTo(LocalDateTime.parse("2020-03-08T02:30:05.123456"));
    assertThat(read(expression, row -> row.getObject(1, LocalTime.class)))
        .isEqualTo(LocalTime.parse("02:30:05.123456"));
    assertThat(read("TIMESTAMP '2020-07-08 02:30:05'", row -> row.getTimestamp(1)))
        .isEqualTo(Timestamp.valueOf("2020-07-08 02:30:05"));
  }

  /** 01:30 comes twice there on that night. */
  @ParameterizedTest
  @ValueSource(strings = {"America/New_York", "UTC", "Asia/Kathmandu"})
  void momentsStayTheSame(String zoneId) throws SQLException {
    TimeZone.setDefault(TimeZone.getTimeZone(zoneId));
    for (String text :
        new String[] {"2020-11-01T05:30:00.123456Z", "2020-11-01T06:30:00.123456Z"}) {
      Instant moment = Instant.parse(text);
      String expression = "TIMESTAMPTZ '" + text + "'";
      assertThat(((Timestamp) read(expression, row -> row.getObject(1))).toInstant())
          .isEqualTo(moment);
      assertThat(((Timestamp) read(expression, row -> row.getTimestamp(1))).toInstant())
          .isEqualTo(moment);
      assertThat(read(expression, row -> row.getObject(1, Instant.class))).isEqualTo(moment);
      assertThat(
              ((OffsetDateTime) read(expression, row -> row.getObject(1, OffsetDateTime.class)))
                  .toInstant())
          .isEqualTo(moment);
      assertThat(read(expression, row -> row.getObject(1, LocalDateTime.class)))
          .isEqualTo(LocalDateTime.ofInstant(moment, TimeZone.getDefault().toZoneId()));
    }
  }

  @Test
  void aCalendarGivesTheZone() throws SQLException {
    Calendar tokyo = Calendar.getInstance(TimeZone.getTimeZone("Asia/Tokyo"), Locale.ROOT);
    assertThat(
            ((Timestamp)
                    read("TIMESTAMP '2020-01-02 09:00:00.5'", row -> row.getTimestamp(1, tokyo)))
                .toInstant())
        .isEqualTo(Instant.parse("2020-01-02T00:00:00.5Z"));
    assertThat(read("DATE '2020-01-02'", row -> row.getDate(1, tokyo).getTime()))
        .isEqualTo(Instant.parse("2020-01-01T15:00:00Z").toEpochMilli());
  }

  @Test
  void textsAreReadAsWhatTheyLookLike() throws SQLException {
    assertThat(read("'2020-01-02'", row -> row.getObject(1, LocalDate.class)))
        .isEqualTo(LocalDate.parse("2020-01-02"));
    assertThat(read("'2020-01-02T03:04:05Z'", row -> row.getObject(1, Instant.class)))
        .isEqualTo(Instant.parse("2020-01-02T03:04:05Z"));
    assertThat(read("'3f8c90ea-00b3-4ce9-95a3-d5f354fd1d0a'", row -> row.getObject(1, UUID.class)))
        .isEqualTo(UUID.fromString("3f8c90ea-00b3-4ce9-95a3-d5f354fd1d0a"));
    assertState("'no date'", row -> row.getDate(1), "22P02");
  }

  @Test
  void bytesAndNestedValuesArePlainJava() throws Exception {
    assertThat(read("'\\xAA'::BLOB", row -> row.getBytes(1))).isEqualTo(new byte[] {(byte) 0xAA});
    assertThat(read("[1, 2]", row -> row.getArray(1).getArray())).isEqualTo(new Object[] {1, 2});
    assertThat(read("'x'", row -> row.getClob(1).getSubString(1, 1))).isEqualTo("x");
    assertThat(read("'abc'", row -> row.getObject(1, String.class))).isEqualTo("abc");
  }
}
