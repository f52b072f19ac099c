package org.airbytejdbc.driver.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Date;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(120)
class PreparedStatementTest {
  @TempDir private Path folder;
  private Shop shop;
  private Connection connection;

  @BeforeEach
  void open() throws SQLException {
    shop = new Shop(folder);
    connection = shop.connect();
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @Test
  void parametersAreGivenAndTheStatementRunsAgain() throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT name FROM users WHERE id = ? OR name = ?")) {
      statement.setInt(1, 3);
      statement.setString(2, "user 4");
      assertThat(Shop.rows(statement.executeQuery())).containsExactly("user 3", "user 4");
      statement.setLong(1, 5);
      assertThat(Shop.rows(statement.executeQuery())).containsExactly("user 4", "user 5");
      statement.clearParameters();
      assertThatThrownBy(statement::executeQuery).hasMessageContaining("Parameter 1 was not set");
      statement.setNull(1, Types.INTEGER);
      statement.setObject(2, null);
      assertThat(Shop.rows(statement.executeQuery())).isEmpty();
      statement.setInt(3, 1);
      assertThatThrownBy(statement::executeQuery).hasMessageContaining("has only 2");
      assertThatThrownBy(() -> statement.setInt(0, 1)).isInstanceOf(SQLException.class);
    }
    assertThat(shop.reads()).hasSize(1);
  }

  static Stream<Arguments> values() {
    TimeZone zone = TimeZone.getTimeZone("Asia/Tokyo");
    Calendar calendar = Calendar.getInstance(zone, Locale.ROOT);
    calendar.setTimeInMillis(0);
    return Stream.of(
        Arguments.of(true, "BOOLEAN", "true"),
        Arguments.of((byte) 1, "TINYINT", "1"),
        Arguments.of((short) 1, "SMALLINT", "1"),
        Arguments.of(1, "INTEGER", "1"),
        Arguments.of(1L, "BIGINT", "1"),
        Arguments.of(1.5f, "FLOAT", "1.5"),
        Arguments.of(1.5, "DOUBLE", "1.5"),
        Arguments.of(new BigDecimal("1.50"), "DECIMAL(3,2)", "1.50"),
        Arguments.of(new BigDecimal("1E+3"), "DECIMAL(4,0)", "1000"),
        Arguments.of(BigInteger.TEN.pow(30), "HUGEINT", "1" + "0".repeat(30)),
        Arguments.of("x", "VARCHAR", "x"),
        Arguments.of('c', "VARCHAR", "c"),
        Arguments.of(new byte[] {1, (byte) 0xAA}, "BLOB", "\\x01\\xAA"),
        Arguments.of(
            UUID.fromString("3f8c90ea-00b3-4ce9-95a3-d5f354fd1d0a"),
            "UUID",
            "3f8c90ea-00b3-4ce9-95a3-d5f354fd1d0a"),
        Arguments.of(Date.valueOf("2020-01-02"), "DATE", "2020-01-02"),
        Arguments.of(Time.valueOf("03:04:05"), "TIME", "03:04:05"),
        Arguments.of(
            Timestamp.valueOf("2020-01-02 03:04:05.123456"),
            "TIMESTAMP",
            "2020-01-02 03:04:05.123456"),
        Arguments.of(LocalDate.parse("2020-01-02"), "DATE", "2020-01-02"),
        Arguments.of(LocalTime.parse("03:04:05.123456"), "TIME", "03:04:05.123456"),
        Arguments.of(
            LocalDateTime.parse("2020-03-08T02:30:05"), "TIMESTAMP", "2020-03-08 02:30:05"),
        Arguments.of(OffsetTime.parse("03:04:05+02:00"), "VARCHAR", "03:04:05+02:00"),
        Arguments.of(calendar, "TIMESTAMP WITH TIME ZONE", null),
        Arguments.of(Instant.EPOCH, "TIMESTAMP WITH TIME ZONE", null),
        Arguments.of(
            ZonedDateTime.parse("2020-01-02T03:04:05+01:00"), "TIMESTAMP WITH TIME ZONE", null),
        Arguments.of(
            OffsetDateTime.parse("2020-01-02T03:04:05+01:00"), "TIMESTAMP WITH TIME ZONE", null));
  }

  @ParameterizedTest
  @MethodSource("values")
  void everyUsualClassIsAParameter(Object value, String type, String text) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT typeof(?), CAST(? AS VARCHAR)")) {
      statement.setObject(1, value);
      statement.setObject(2, value);
      try (ResultSet rows = statement.executeQuery()) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getString(1)).isEqualTo(type);
        if (text != null) {
          assertThat(rows.getString(2)).isEqualTo(text);
        }
      }
    }
  }

  @Test
  void momentsAreFoundWhateverTheyAreGivenAs() throws SQLException {
    Instant moment = Instant.parse("2020-11-01T05:30:00.123456Z");
    Calendar utc = Calendar.getInstance(TimeZone.getTimeZone("UTC"), Locale.ROOT);
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT count(*) FROM orders WHERE \"at\" = ?")) {
      for (Object value :
          List.of(moment, moment.atOffset(ZoneOffset.UTC), Timestamp.from(moment))) {
        statement.setObject(1, value);
        assertThat(Shop.rows(statement.executeQuery())).containsExactly("3");
      }
      statement.setObject(1, "2020-11-01T05:30:00.123456Z", Types.OTHER);
      assertThat(Shop.rows(statement.executeQuery())).containsExactly("3");
    }
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT count(*) FROM orders WHERE local = ?")) {
      statement.setTimestamp(1, Timestamp.from(Instant.parse("2020-03-08T02:30:05Z")), utc);
      assertThat(Shop.rows(statement.executeQuery())).containsExactly("3");
    }
  }

  @Test
  void targetTypesConvert() throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT typeof(?), typeof(?), typeof(?), typeof(?), ?, ?")) {
      statement.setObject(1, "12", Types.BIGINT);
      statement.setObject(2, 1, Types.VARCHAR);
      statement.setObject(3, "2020-01-02", Types.DATE);
      statement.setObject(4, "1.45", Types.DECIMAL, 1);
      statement.setCharacterStream(5, new StringReader("text"));
      statement.setBinaryStream(6, new ByteArrayInputStream(new byte[] {7}));
      assertThat(Shop.rows(statement.executeQuery()))
          .containsExactly("BIGINT|VARCHAR|DATE|DECIMAL(2,1)|text|\\x07");
      assertThatThrownBy(() -> statement.setObject(1, "x", Types.BIGINT))
          .isInstanceOf(SQLException.class);
      assertThatThrownBy(() -> statement.setObject(1, new Object()))
          .isInstanceOf(SQLException.class);
    }
  }

  @Test
  void whatItIsIsKnownWithoutReading() throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT id, name, score FROM users WHERE id = ? AND name = ?")) {
      ResultSetMetaData columns = statement.getMetaData();
      assertThat(columns.getColumnCount()).isEqualTo(3);
      assertThat(columns.getColumnType(1)).isEqualTo(Types.BIGINT);
      assertThat(columns.getColumnClassName(3)).isEqualTo("java.lang.Double");
      ParameterMetaData parameters = statement.getParameterMetaData();
      assertThat(parameters.getParameterCount()).isEqualTo(2);
      assertThat(parameters.getParameterType(1)).isEqualTo(Types.BIGINT);
      assertThat(parameters.getParameterTypeName(2)).isEqualTo("VARCHAR");
    }
    assertThat(shop.reads()).isEmpty();
  }

  @Test
  void maxRowsHoldsForPreparedStatementsToo() throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT * FROM users WHERE id >= ?")) {
      statement.setInt(1, 0);
      statement.setMaxRows(4);
      assertThat(Shop.rows(statement.executeQuery())).hasSize(4);
    }
  }

  @Test
  void callsTakeParameters() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("CALL airbyte.sync(?)")) {
      statement.setString(1, "shop.users");
      assertThat(statement.getMetaData()).isNull();
      assertThat(Shop.rows(statement.executeQuery())).hasSize(1);
    }
    assertThat(shop.reads()).containsExactly(List.of("users"));
  }

  @Test
  void textsAreNotForPreparedStatements() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("SELECT 1")) {
      assertThatThrownBy(() -> statement.executeQuery("SELECT 2")).isInstanceOf(SQLException.class);
    }
  }
}
