package org.airbytejdbc.driver.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Rows are walked through in any direction, of however many there are. */
@Timeout(120)
class ScrollTest {
  private static final int MANY = 10_000;

  @TempDir private static Path folder;
  private static Connection connection;

  @BeforeAll
  static void open() throws SQLException {
    connection = new Shop(folder).connect();
  }

  @AfterAll
  static void close() throws SQLException {
    connection.close();
  }

  private static Statement scrolling() throws SQLException {
    return connection.createStatement(
        ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_READ_ONLY);
  }

  @Test
  void anyRowIsReachedFromAnyOther() throws SQLException {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    try (Statement statement = scrolling();
        ResultSet rows =
            statement.executeQuery(
                "SELECT range AS n FROM range(" + MANY + ") ORDER BY range DESC")) {
      int at = 0;
      for (int step = 0; step < 2_000; step++) {
        int moved =
            switch (random.nextInt(6)) {
              case 0 -> rows.next() ? at + 1 : MANY + 1;
              case 1 -> rows.previous() ? at - 1 : 0;
              case 2 -> {
                int by = random.nextInt(5_000) - 2_500;
                rows.relative(by);
                yield Math.max(0, Math.min(MANY + 1, at + by));
              }
              case 3 -> {
                int row = random.nextInt(MANY) + 1;
                rows.absolute(random.nextBoolean() ? row : row - MANY - 1);
                yield row;
              }
              case 4 -> rows.first() ? 1 : 0;
              default -> rows.last() ? MANY : 0;
            };
        at = moved;
        boolean onRow = at > 0 && at <= MANY;
        assertThat(rows.getRow()).as("seed %d", seed).isEqualTo(onRow ? at : 0);
        assertThat(rows.isBeforeFirst()).as("seed %d", seed).isEqualTo(at == 0);
        assertThat(rows.isAfterLast()).as("seed %d", seed).isEqualTo(at > MANY);
        if (onRow) {
          assertThat(rows.getInt("n")).as("seed %d", seed).isEqualTo(MANY - at);
        }
      }
    }
  }

  @Test
  void aResultWithoutRowsHasNoPlaces() throws SQLException {
    try (Statement statement = scrolling();
        ResultSet rows = statement.executeQuery("SELECT id FROM users WHERE id < 0")) {
      assertThat(rows.isBeforeFirst()).isFalse();
      assertThat(rows.last()).isFalse();
      assertThat(rows.first()).isFalse();
      assertThat(rows.next()).isFalse();
      assertThat(rows.isAfterLast()).isFalse();
    }
  }

  @Test
  void labelsAndTypesAreThoseOfTheQuery() throws SQLException {
    try (Statement statement = scrolling();
        ResultSet rows =
            statement.executeQuery("SELECT 1 AS a, 'x' AS a, NULL AS b, [1] AS c -- a note")) {
      assertThat(rows.getMetaData().getColumnLabel(2)).isEqualTo("a");
      assertThat(rows.getMetaData().getColumnTypeName(3)).isEqualTo("VARCHAR");
      assertThat(Shop.rows(rows)).containsExactly("1|x|null|[1]");
      assertThat(rows.first()).isTrue();
      assertThat(rows.getString(2)).isEqualTo("x");
    }
  }

  @Test
  void parametersAndTheLimitOnRowsHold() throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT id FROM users WHERE id > ? ORDER BY id",
            ResultSet.TYPE_SCROLL_INSENSITIVE,
            ResultSet.CONCUR_READ_ONLY)) {
      statement.setMaxRows(3);
      statement.setInt(1, 2);
      try (ResultSet rows = statement.executeQuery()) {
        assertThat(rows.last()).isTrue();
        assertThat(rows.getRow()).isEqualTo(3);
        assertThat(rows.getLong(1)).isEqualTo(5);
        assertThat(rows.isLast()).isTrue();
      }
    }
  }

  @Test
  void twoResultsAreScrolledAtOnce() throws SQLException {
    try (Statement one = scrolling();
        Statement other = scrolling();
        ResultSet users = one.executeQuery("SELECT id FROM users ORDER BY id");
        ResultSet orders = other.executeQuery("SELECT id FROM orders ORDER BY id DESC")) {
      assertThat(users.last()).isTrue();
      assertThat(orders.first()).isTrue();
      assertThat(users.previous()).isTrue();
      assertThat(users.getInt(1)).isEqualTo(8);
      assertThat(orders.getInt(1)).isEqualTo(2);
    }
  }

  @Test
  void whatCannotBeKeptGoesForwardAndSaysSo() throws SQLException {
    try (Statement statement = scrolling();
        ResultSet rows = statement.executeQuery("EXPLAIN SELECT 1")) {
      assertThat(rows.getType()).isEqualTo(ResultSet.TYPE_FORWARD_ONLY);
      assertThat(statement.getWarnings().getSQLState()).isEqualTo("01S02");
      assertThat(rows.next()).isTrue();
    }
  }
}
