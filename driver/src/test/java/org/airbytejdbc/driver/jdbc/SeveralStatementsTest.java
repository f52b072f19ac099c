package org.airbytejdbc.driver.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.BatchUpdateException;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Several statements in one text or batch, and calls. */
@Timeout(120)
class SeveralStatementsTest {
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
  void oneTextGivesAResultForEachStatement() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      assertThat(
              statement.execute(
                  "SELECT ';' -- ; no\n;; SELECT count(*) FROM users /* ; */; SELECT 3;"))
          .isTrue();
      ResultSet first = statement.getResultSet();
      assertThat(statement.getMoreResults(Statement.KEEP_CURRENT_RESULT)).isTrue();
      assertThat(Shop.rows(statement.getResultSet())).containsExactly("10");
      assertThat(Shop.rows(first)).containsExactly(";");
      assertThat(statement.getMoreResults()).isTrue();
      assertThat(first.isClosed()).isFalse();
      assertThat(Shop.rows(statement.getResultSet())).containsExactly("3");
      assertThat(statement.getMoreResults(Statement.CLOSE_ALL_RESULTS)).isFalse();
      assertThat(statement.getUpdateCount()).isEqualTo(-1);
      assertThat(first.isClosed()).isTrue();
    }
  }

  @Test
  void nothingAfterAFailedStatementRuns() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SELECT 1; SELECT nothing; CALL airbyte.sync('shop.users')");
      assertThatThrownBy(statement::getMoreResults).isInstanceOf(SQLException.class);
      assertThat(statement.execute("SELECT 2")).isTrue();
      assertThat(statement.getMoreResults()).isFalse();
    }
    assertThat(shop.reads()).isEmpty();
  }

  @Test
  void aBatchOfCallsIsMade() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.addBatch("CALL airbyte.sync('shop.users')");
      statement.addBatch("{call airbyte.sync('shop.orders')}");
      assertThat(statement.executeBatch())
          .containsExactly(Statement.SUCCESS_NO_INFO, Statement.SUCCESS_NO_INFO);
      assertThat(statement.executeBatch()).isEmpty();
    }
    assertThat(shop.reads()).containsExactly(List.of("users"), List.of("orders"));
  }

  @Test
  void aPreparedBatchTakesTheValuesAsTheyWere() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("CALL airbyte.sync(?)")) {
      statement.setString(1, "shop.users");
      statement.addBatch();
      statement.setString(1, "shop.orders");
      statement.addBatch();
      assertThat(statement.executeLargeBatch()).hasSize(2);
    }
    assertThat(shop.reads()).containsExactly(List.of("users"), List.of("orders"));
  }

  @Test
  void aBatchEndsWithWhatItMustNotDo() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String refused : List.of("DELETE FROM users", "SELECT 1")) {
        statement.addBatch("CALL airbyte.sync('shop.users')");
        statement.addBatch(refused);
        statement.addBatch("CALL airbyte.sync('shop.orders')");
        assertThatThrownBy(statement::executeBatch)
            .isInstanceOfSatisfying(
                BatchUpdateException.class,
                e -> {
                  assertThat(e.getUpdateCounts()).containsExactly(Statement.SUCCESS_NO_INFO);
                  assertThat(e.getSQLState()).isEqualTo("42000");
                });
      }
    }
    assertThat(shop.reads()).containsOnly(List.of("users"));
  }

  @Test
  void proceduresAreCalledByNumberAndByName() throws SQLException {
    try (CallableStatement call = connection.prepareCall("{call airbyte.sync(?)}")) {
      assertThat(call.getParameterMetaData().getParameterCount()).isEqualTo(1);
      assertThat(call.getParameterMetaData().getParameterTypeName(1)).isEqualTo("VARCHAR");
      call.setString(1, "shop.users");
      assertThat(call.execute()).isTrue();
      call.setString("streams", "shop.orders");
      assertThat(Shop.rows(call.executeQuery())).hasSize(1);
      assertThatThrownBy(() -> call.setString("nothing", "x")).hasMessageContaining("'nothing'");
      assertThatThrownBy(() -> call.getString(1)).hasMessageContaining("result set");
    }
    try (CallableStatement call =
        connection.prepareCall("CALL airbyte.sync(fullRefresh => ?, streams => ?)")) {
      call.setString("streams", "shop.users");
      call.setBoolean("FULLREFRESH", true);
      assertThat(call.execute()).isTrue();
    }
    assertThat(shop.reads()).containsExactly(List.of("users"), List.of("orders"), List.of("users"));
  }

  @Test
  void aCallOfWhatIsNoProcedureSaysSo() throws SQLException {
    try (CallableStatement call = connection.prepareCall("call current_schema")) {
      assertThatThrownBy(call::execute)
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42883"))
          .isNotInstanceOf(SQLFeatureNotSupportedException.class)
          .hasMessageContaining("current_schema");
    }
    assertThatThrownBy(() -> connection.prepareCall("{? = call airbyte.sync('x')}"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("return nothing");
  }

  @Test
  void whoeverAsksForGeneratedKeysGetsNone() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      assertThat(statement.execute("SELECT 1", Statement.RETURN_GENERATED_KEYS)).isTrue();
      try (ResultSet keys = statement.getGeneratedKeys()) {
        assertThat(keys.next()).isFalse();
      }
    }
  }
}
