package org.airbytejdbc.driver.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Struct;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Lists, structures and long values, as results and as parameters; and what is told of answers. */
@Timeout(120)
class NestedValuesTest {
  @TempDir private static Path folder;
  private static Shop shop;
  private static Connection connection;

  @BeforeAll
  static void open() throws SQLException {
    shop = new Shop(folder);
    connection = shop.connect();
  }

  @AfterAll
  static void close() throws SQLException {
    connection.close();
  }

  @Test
  void nestedValuesAreReadAsCollections() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT '{\"a\": [1, null]}'::JSON, [1, 2], {'a': {'b': [3]}}, MAP {'k': 1}, 'x'")) {
      rows.next();
      assertThat(rows.getObject(1, Map.class).toString()).isEqualTo("{a=[1, null]}");
      assertThat(rows.getObject(2, List.class).toString()).isEqualTo("[1, 2]");
      assertThat((Object[]) rows.getArray(2).getArray()).containsExactly(1, 2);
      assertThat(rows.getObject(3, Map.class).toString()).isEqualTo("{a={b=[3]}}");
      assertThat(((Struct) rows.getObject(3)).getAttributes()).hasSize(1);
      assertThat(rows.getObject(4, Map.class).toString()).isEqualTo("{k=1}");
      assertThatThrownBy(() -> rows.getObject(5, Map.class))
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("22P02"));
      assertThatThrownBy(() -> rows.getObject(2, Map.class))
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("07006"));
    }
  }

  @Test
  void valuesMadeByTheConnectionAreParameters() throws SQLException {
    Clob clob = connection.createClob();
    clob.setString(1, "long text");
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT ?::INTEGER[], ?, ?::STRUCT(a INTEGER)")) {
      statement.setArray(1, connection.createArrayOf("INTEGER", new Object[] {1, 2}));
      statement.setClob(2, clob);
      statement.setObject(3, connection.createStruct("STRUCT(a INTEGER)", new Object[] {7}));
      assertThat(Shop.rows(statement.executeQuery())).containsExactly("[1, 2]|long text|{'a': 7}");
    }
  }

  @Test
  void whoeverGetsOnlySomeRowsOrOldOnesIsTold() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setMaxRows(2);
      try (ResultSet rows = statement.executeQuery("SELECT * FROM users")) {
        assertThat(rows.next()).isTrue();
        assertThat(statement.getWarnings().getSQLState()).isEqualTo("01P01");
      }
      statement.execute("SELECT 1");
      assertThat((Throwable) statement.getWarnings()).isNull();
    }
    Shop.rows(connection, "SELECT count(*) FROM orders");
    try (Connection never = shop.connect("refresh=never", "maxAge=0s");
        Statement statement = never.createStatement()) {
      statement.execute("SELECT count(*) FROM orders");
      assertThat(statement.getWarnings().getSQLState()).isEqualTo("01P02");
      assertThat(statement.getWarnings().getMessage()).contains("orders");
    }
    try (Connection other = shop.connect("refresh=never", "config.of=another");
        Statement statement = other.createStatement()) {
      statement.execute("SELECT count(*) FROM orders");
      assertThat(statement.getWarnings().getSQLState()).as("another config").isEqualTo("01P02");
    }
  }
}
