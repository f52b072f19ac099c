package org.airbytejdbc.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.airbytejdbc.driver.jdbc.AirbyteConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** HikariCP, which sets up, tests and takes back connections. */
@ExtendWith(Sources.class)
class HikariIT {
  @Test
  void aPoolThatIsReadOnlyAndWithoutAutoCommitLendsConnections(Faker faker) throws SQLException {
    HikariConfig config = config(faker);
    config.setReadOnly(true);
    config.setAutoCommit(false);
    config.setSchema("faker");
    config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    config.setConnectionInitSql("SELECT 1");
    try (HikariDataSource pool = new HikariDataSource(config)) {
      for (int i = 0; i < 3; i++) {
        try (Connection connection = pool.getConnection()) {
          assertThat(connection.isReadOnly()).isTrue();
          assertThat(connection.getAutoCommit()).isFalse();
          assertThat(count(connection, "users")).isEqualTo(Faker.USERS);
        }
      }
    }
  }

  @Test
  void manyThreadsShareAPoolThatIsSmaller(Faker faker) throws Exception {
    HikariConfig config = config(faker);
    config.setMaximumPoolSize(3);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try (HikariDataSource pool = new HikariDataSource(config)) {
      for (Future<Long> counted :
          threads.invokeAll(
              IntStream.range(0, 40)
                  .mapToObj(i -> (Callable<Long>) () -> countIn(pool))
                  .toList())) {
        assertThat(counted.get()).isEqualTo(Faker.USERS);
      }
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void aQueryThatFailsKeepsItsConnectionInThePool(Faker faker) throws SQLException {
    HikariConfig config = config(faker);
    config.setMaximumPoolSize(1);
    try (HikariDataSource pool = new HikariDataSource(config)) {
      Connection before;
      try (Connection connection = pool.getConnection()) {
        before = connection.unwrap(AirbyteConnection.class);
        assertThatThrownBy(() -> count(connection, "nobody")).isInstanceOf(SQLException.class);
      }
      try (Connection connection = pool.getConnection()) {
        assertThat(connection.unwrap(AirbyteConnection.class)).isSameAs(before);
        assertThat(count(connection, "users")).isEqualTo(Faker.USERS);
      }
    }
  }

  @Test
  void whatABorrowerSetIsResetForTheNext(Awkward awkward) throws SQLException {
    HikariConfig config = config(awkward);
    config.setMaximumPoolSize(1);
    config.setSchema("awkward");
    try (HikariDataSource pool = new HikariDataSource(config)) {
      try (Connection connection = pool.getConnection()) {
        connection.setReadOnly(true);
        connection.setAutoCommit(false);
        connection.setSchema("airbyte");
        connection.setNetworkTimeout(Runnable::run, 10_000);
      }
      try (Connection connection = pool.getConnection()) {
        assertThat(connection.isReadOnly()).isFalse();
        assertThat(connection.getAutoCommit()).isTrue();
        assertThat(connection.getSchema()).isEqualTo("awkward");
        assertThat(count(connection, "everything")).isEqualTo(Awkward.ROWS);
      }
    }
  }

  private static HikariConfig config(Source source) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(source.url());
    // The first connection may install a connector and ask it for its streams.
    config.setConnectionTimeout(300_000);
    return config;
  }

  private static long countIn(HikariDataSource pool) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      return count(connection, "users");
    }
  }

  private static long count(Connection connection, String table) throws SQLException {
    return Rows.number(connection, "SELECT count(*) FROM " + table);
  }
}
