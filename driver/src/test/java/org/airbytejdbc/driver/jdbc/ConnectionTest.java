package org.airbytejdbc.driver.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.airbytejdbc.testing.Background;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ConnectionTest {
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

  /**
   * HikariCP, DBCP and DBeaver do these before the first statement, and give up on an exception.
   */
  @Test
  void poolsAndToolsMaySetWhatTheyLike() throws SQLException {
    connection.setReadOnly(true);
    connection.setAutoCommit(false);
    connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
    connection.setNetworkTimeout(Runnable::run, 5000);
    connection.setHoldability(ResultSet.CLOSE_CURSORS_AT_COMMIT);
    connection.setCatalog(null);
    connection.setClientInfo("ApplicationName", "test");
    connection.commit();
    connection.rollback();
    connection.clearWarnings();
    assertThat(connection.isReadOnly()).isTrue();
    assertThat(connection.getAutoCommit()).isFalse();
    assertThat(connection.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_SERIALIZABLE);
    assertThat(connection.getNetworkTimeout()).isEqualTo(5000);
    assertThat(connection.getClientInfo("ApplicationName")).isEqualTo("test");
    assertThat(connection.getCatalog()).isNull();
    assertThat(connection.isValid(0)).isTrue();
    assertThat((Throwable) connection.getWarnings()).isNull();
    assertThat(Shop.rows(connection, "SELECT count(*) FROM users")).containsExactly("10");
  }

  @Test
  void theSourceIsTheCurrentSchemaUntilAnotherIsSet() throws SQLException {
    assertThat(connection.getSchema()).isEqualTo("shop");
    assertThat(Shop.rows(connection, "SELECT count(*) FROM USERS")).containsExactly("10");
    connection.setSchema("elsewhere");
    assertThatThrownBy(() -> Shop.rows(connection, "SELECT count(*) FROM users"))
        .isInstanceOf(SQLException.class);
    assertThat(Shop.rows(connection, "SELECT count(*) FROM shop.users")).containsExactly("10");
  }

  @Test
  void wishesForOtherResultSetsAreWarnedOfAndNotRefused() throws SQLException {
    try (Statement statement =
        connection.createStatement(ResultSet.TYPE_SCROLL_SENSITIVE, ResultSet.CONCUR_UPDATABLE)) {
      assertThat((Throwable) connection.getWarnings()).hasMessageContaining("cannot be updated");
      assertThat(connection.getWarnings().getSQLState()).isEqualTo("01S02");
      assertThat(statement.getResultSetType()).isEqualTo(ResultSet.TYPE_SCROLL_INSENSITIVE);
      assertThat(statement.getResultSetConcurrency()).isEqualTo(ResultSet.CONCUR_READ_ONLY);
      try (ResultSet rows = statement.executeQuery("SELECT 1")) {
        assertThat(rows.next()).isTrue();
      }
    }
    connection.clearWarnings();
    assertThat((Throwable) connection.getWarnings()).isNull();
  }

  @Test
  void whatIsLeftOutSaysSo() {
    assertThatThrownBy(connection::setSavepoint)
        .isInstanceOf(SQLFeatureNotSupportedException.class);
    assertThatThrownBy(connection::createSQLXML)
        .isInstanceOf(SQLFeatureNotSupportedException.class);
  }

  @Test
  void aStatementThatIsUnansweredForTheNetworkTimeoutTakesTheConnectionWithIt()
      throws SQLException {
    shop.connector().read("{\"sleep\": 600}").write();
    connection.setNetworkTimeout(Runnable::run, 1_500);
    try (Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.executeQuery("SELECT count(*) FROM users"))
          .isInstanceOf(SQLTimeoutException.class);
    }
    assertThat(connection.isClosed()).isTrue();
    assertThat(shop.connector().calls("read"))
        .allSatisfy(call -> assertThat(ProcessHandle.of(call.pid())).isEmpty());
  }

  @Test
  void aNetworkTimeoutThatIsLongEnoughChangesNothing() throws SQLException {
    connection.setNetworkTimeout(Runnable::run, 60_000);
    assertThat(Shop.rows(connection, "SELECT count(*) FROM users")).containsExactly("10");
    connection.setNetworkTimeout(Runnable::run, 0);
    assertThat(connection.getNetworkTimeout()).isZero();
    assertThat(Shop.rows(connection, "SELECT 1")).containsExactly("1");
  }

  @Test
  void abortEndsItAtOnce() throws SQLException {
    Statement statement = connection.createStatement();
    connection.abort(Runnable::run);
    assertThat(connection.isClosed()).isTrue();
    assertThat(statement.isClosed()).isTrue();
    assertThatThrownBy(() -> connection.setSchema("x"))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("08003"));
  }

  @Test
  void manyThreadsShareOneConnection() {
    List<CompletableFuture<List<String>>> answers = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      String sql = "SELECT count(*), " + i + " FROM " + (i % 2 == 0 ? "users" : "orders");
      answers.add(
          Background.start(
              () -> {
                try {
                  return Shop.rows(connection, sql);
                } catch (SQLException e) {
                  throw new IllegalStateException(e);
                }
              }));
    }
    for (int i = 0; i < answers.size(); i++) {
      assertThat(answers.get(i).join()).containsExactly((i % 2 == 0 ? 10 : 3) + "|" + i);
    }
    assertThat(shop.reads()).hasSize(2);
  }

  @Test
  void secretsAreNotInTheUrl() throws SQLException {
    assertThat(connection.getMetaData().getURL()).startsWith("jdbc:airbyte:source-shop");
    assertThat(connection.getMetaData().getConnection()).isSameAs(connection);
    assertThat(connection.unwrap(AirbyteConnection.class)).isSameAs(connection);
  }
}
