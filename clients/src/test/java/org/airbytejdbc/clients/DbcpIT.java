package org.airbytejdbc.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.apache.commons.dbcp2.BasicDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Commons DBCP, which pools statements too. */
@ExtendWith(Sources.class)
class DbcpIT {
  @Test
  void aPoolWithEveryDefaultSetLendsConnections(Faker faker) throws SQLException {
    try (BasicDataSource pool = new BasicDataSource()) {
      pool.setUrl(faker.url());
      pool.setDefaultReadOnly(true);
      pool.setDefaultAutoCommit(false);
      pool.setDefaultSchema("faker");
      pool.setDefaultTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
      pool.setDefaultQueryTimeout(Duration.ofMinutes(5));
      pool.setTestOnBorrow(true);
      pool.setTestOnReturn(true);
      for (int i = 0; i < 3; i++) {
        try (Connection connection = pool.getConnection()) {
          assertThat(connection.isReadOnly()).isTrue();
          assertThat(connection.getSchema()).isEqualTo("faker");
          assertThat(nameOf(connection, 1)).isNotEmpty();
        }
      }
    }
  }

  @Test
  void aPooledStatementAnswersEachBorrowerAfresh(Awkward awkward) throws SQLException {
    try (BasicDataSource pool = new BasicDataSource()) {
      pool.setUrl(awkward.url());
      pool.setMaxTotal(1);
      pool.setPoolPreparedStatements(true);
      pool.setMaxOpenPreparedStatements(5);
      pool.setClearStatementPoolOnReturn(false);
      pool.setValidationQuery("SELECT 1");
      pool.setTestOnBorrow(true);
      for (int id = 0; id < Awkward.ROWS; id++) {
        try (Connection connection = pool.getConnection();
            PreparedStatement statement =
                connection.prepareStatement("SELECT name FROM stream_000 WHERE id = ?")) {
          statement.setInt(1, id);
          try (ResultSet rows = statement.executeQuery()) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString("name")).isEqualTo("row " + id);
          }
        }
      }
    }
  }

  private static String nameOf(Connection connection, int id) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT name FROM users WHERE id = ?")) {
      statement.setInt(1, id);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getString(1);
      }
    }
  }
}
