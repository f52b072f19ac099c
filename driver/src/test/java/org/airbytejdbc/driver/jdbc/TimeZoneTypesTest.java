package org.airbytejdbc.driver.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.JDBCType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Clients that know no type with a time zone hear of none, wherever types are told. */
@Timeout(120)
class TimeZoneTypesTest {
  private static final String MOMENT = "SELECT \"at\", '12:00:00+02'::TIMETZ AS t FROM orders";

  @TempDir private Path folder;
  private Shop shop;

  @BeforeEach
  void open() {
    shop = new Shop(folder);
  }

  @Test
  void plainTypesHaveNoTimeZoneAndTheSameValues() throws SQLException {
    try (Connection connection = shop.connect("timeZoneTypes=plain");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(MOMENT)) {
      assertThat(types(rows.getMetaData())).containsExactly(JDBCType.TIMESTAMP, JDBCType.TIME);
      assertThat(rows.next()).isTrue();
      assertThat(rows.getObject(1))
          .isEqualTo(Timestamp.from(Instant.parse("2020-11-01T05:30:00.123456Z")));
      assertThat(types(connection.getMetaData().getColumns(null, null, "orders", "%")))
          .contains(JDBCType.TIMESTAMP)
          .doesNotContain(JDBCType.TIMESTAMP_WITH_TIMEZONE);
      assertThat(types(connection.getMetaData().getTypeInfo()))
          .contains(JDBCType.TIMESTAMP, JDBCType.TIME)
          .doesNotContain(JDBCType.TIMESTAMP_WITH_TIMEZONE, JDBCType.TIME_WITH_TIMEZONE)
          .isSortedAccordingTo((one, other) -> number(one) - number(other));
      assertThat(types(connection.getMetaData().getFunctionColumns(null, null, "now", "%")))
          .containsExactly(JDBCType.TIMESTAMP);
      try (PreparedStatement prepared =
          connection.prepareStatement(MOMENT + " WHERE \"at\" > ?::TIMESTAMPTZ")) {
        assertThat(types(prepared.getMetaData())).startsWith(JDBCType.TIMESTAMP);
        assertThat(prepared.getParameterMetaData().getParameterType(1))
            .isEqualTo(number(JDBCType.TIMESTAMP));
      }
      assertThat(
              Shop.rows(connection, "SELECT value FROM airbyte.settings WHERE name LIKE 'time%'"))
          .containsExactly("plain");
    }
  }

  @Test
  void withoutASettingTheyAreThoseOfJdbc() throws SQLException {
    try (Connection connection = shop.connect();
        PreparedStatement prepared = connection.prepareStatement(MOMENT)) {
      assertThat(types(prepared.getMetaData()))
          .containsExactly(JDBCType.TIMESTAMP_WITH_TIMEZONE, JDBCType.TIME_WITH_TIMEZONE);
      assertThat(types(connection.getMetaData().getColumns(null, null, "orders", "at")))
          .containsExactly(JDBCType.TIMESTAMP_WITH_TIMEZONE);
    }
  }

  private static int number(JDBCType type) {
    return type.getVendorTypeNumber();
  }

  private static List<JDBCType> types(ResultSetMetaData columns) throws SQLException {
    List<JDBCType> types = new ArrayList<>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      types.add(JDBCType.valueOf(columns.getColumnType(i)));
    }
    return types;
  }

  private static List<JDBCType> types(ResultSet described) throws SQLException {
    List<JDBCType> types = new ArrayList<>();
    try (described) {
      while (described.next()) {
        types.add(JDBCType.valueOf(described.getInt("DATA_TYPE")));
      }
    }
    return types;
  }
}
