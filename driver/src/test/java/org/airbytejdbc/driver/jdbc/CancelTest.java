package org.airbytejdbc.driver.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import org.airbytejdbc.testing.Background;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is stopped ends: in the connector, in the engine, and for the one who waits. */
@Timeout(120)
class CancelTest {
  /** Would run for hours. */
  private static final String ENDLESS =
      "SELECT count(*) FROM range(10000000) a, range(10000000) b WHERE a.range + b.range = -1";

  private static final String READ = "SELECT count(*) FROM users";

  @TempDir private Path folder;
  private Shop shop;

  @BeforeEach
  void open() {
    shop = new Shop(folder);
  }

  /** From now on the connector gives some records, says that it has, and hangs. */
  private Path hanging() {
    Path began = shop.connector().file("began");
    shop.connector()
        .read(
            "{\"record\": [\"users\", {\"id\": 1}]}",
            "{\"touch\": \"" + began + "\"}",
            "{\"sleep\": 600}")
        .write();
    return began;
  }

  private static void await(Path file) throws InterruptedException {
    while (!Files.exists(file)) {
      Thread.sleep(10);
    }
  }

  private static SQLException failureOf(ThrowingCallable call) {
    SQLException failure = catchThrowableOfType(SQLException.class, call);
    assertThat(failure.getSQLState()).isEqualTo("57014");
    return failure;
  }

  private void assertConnectorEnded() {
    assertThat(shop.connector().calls("read"))
        .isNotEmpty()
        .allSatisfy(call -> assertThat(ProcessHandle.of(call.pid())).isEmpty());
  }

  @Test
  void cancelEndsTheConnector() throws Exception {
    Path began = hanging();
    try (Connection connection = shop.connect();
        Statement statement = connection.createStatement()) {
      CompletableFuture<SQLException> failure =
          Background.start(() -> failureOf(() -> statement.executeQuery(READ)));
      await(began);
      statement.cancel();
      assertThat((Throwable) failure.get()).isNotInstanceOf(SQLTimeoutException.class);
      assertConnectorEnded();
      assertThat(Shop.rows(connection, "SELECT 1")).containsExactly("1");
    }
  }

  @Test
  void theQueryTimeoutEndsTheConnector() throws Exception {
    hanging();
    try (Connection connection = shop.connect();
        Statement statement = connection.createStatement()) {
      statement.setQueryTimeout(2);
      assertThat((Throwable) failureOf(() -> statement.executeQuery(READ)))
          .isInstanceOf(SQLTimeoutException.class);
      assertConnectorEnded();
      statement.setQueryTimeout(60);
      try (ResultSet rows = statement.executeQuery("SELECT 1")) {
        assertThat(rows.next()).isTrue();
      }
    }
  }

  @Test
  void cancelEndsWhatRunsInTheEngine() throws Exception {
    try (Connection connection = shop.connect();
        Statement statement = connection.createStatement()) {
      CompletableFuture<SQLException> failure =
          Background.start(() -> failureOf(() -> statement.executeQuery(ENDLESS)));
      while (!failure.isDone()) {
        statement.cancel();
        Thread.sleep(50);
      }
      assertThat((Throwable) failure.get()).isNotInstanceOf(SQLTimeoutException.class);
    }
  }

  @Test
  void theQueryTimeoutEndsWhatRunsInTheEngine() throws Exception {
    try (Connection connection = shop.connect();
        Statement statement = connection.createStatement()) {
      statement.setQueryTimeout(1);
      assertThat((Throwable) failureOf(() -> statement.executeQuery(ENDLESS)))
          .isInstanceOf(SQLTimeoutException.class);
    }
  }

  @Test
  void theTimeoutOfAHintHoldsForAStatementThatHasNoneOfItsOwn() throws Exception {
    try (Connection connection = shop.connect();
        Statement statement = connection.createStatement()) {
      assertThat(
              (Throwable)
                  failureOf(() -> statement.executeQuery("/*+ queryTimeout=500ms */ " + ENDLESS)))
          .isInstanceOf(SQLTimeoutException.class);
      String slow = " SELECT count(*) FROM range(5000) a, range(5000) b WHERE a.range < b.range";
      statement.setQueryTimeout(60);
      try (ResultSet rows = statement.executeQuery("/*+ queryTimeout=2ms */" + slow)) {
        assertThat(rows.next()).isTrue();
      }
    }
  }

  @Test
  void closingTheConnectionEndsWhatItBegan() throws Exception {
    Path began = hanging();
    Connection connection = shop.connect();
    Statement statement = connection.createStatement();
    CompletableFuture<SQLException> failure =
        Background.start(() -> failureOf(() -> statement.executeQuery(READ)));
    await(began);
    connection.close();
    failure.get();
    assertConnectorEnded();
    assertThat(statement.isClosed()).isTrue();
    assertThat(connection.isValid(1)).isFalse();
  }

  @Test
  void closingTheConnectionClosesItsResultSets() throws Exception {
    Connection connection = shop.connect();
    ResultSet rows = connection.createStatement().executeQuery("SELECT * FROM range(100000)");
    rows.next();
    ResultSet tables = connection.getMetaData().getTables(null, null, "%", null);
    connection.close();
    connection.close();
    assertThat(rows.isClosed()).isTrue();
    assertThat(catchThrowableOfType(SQLException.class, tables::next).getSQLState()).hasSize(5);
    assertThat(catchThrowableOfType(SQLException.class, connection::createStatement).getSQLState())
        .isEqualTo("08003");
  }

  @Test
  void cancellingWhatDoesNotRunChangesNothing() throws Exception {
    try (Connection connection = shop.connect();
        Statement statement = connection.createStatement()) {
      statement.cancel();
      try (ResultSet rows = statement.executeQuery("SELECT 1")) {
        assertThat(rows.next()).isTrue();
      }
    }
  }
}
