package org.airbytejdbc.driver.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a statement's text is, it is run or refused, and reads only what it names. */
@Timeout(120)
class StatementTextFuzzTest {
  private static final List<String> PIECES =
      List.of(
          "SELECT",
          "1",
          "*",
          "FROM",
          "(",
          ")",
          "{",
          "}",
          "{d",
          "{fn",
          "{call",
          "{?=",
          "'",
          "\"",
          "''",
          "--",
          "/*",
          "*/",
          ";",
          ",",
          "?",
          "$1",
          "$$",
          "WHERE",
          "VALUES",
          "WITH x AS",
          "CALL airbyte.sync(",
          "read_csv('/etc/passwd')",
          "COPY",
          "ATTACH 'x'",
          "INSTALL httpfs",
          "SET",
          "PRAGMA",
          "{escape '!'}",
          "{limit 1}",
          "{oj",
          "'{d'",
          "\n",
          "\u0000",
          "ü",
          "=>");

  @TempDir private Path folder;

  @Test
  void textsAreRunOrRefused() throws SQLException {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    Shop shop = new Shop(folder);
    try (Connection connection = shop.connect()) {
      for (int i = 0; i < 1_500; i++) {
        String sql =
            Stream.generate(() -> PIECES.get(random.nextInt(PIECES.size())))
                .limit(1 + random.nextInt(8))
                .collect(Collectors.joining(random.nextBoolean() ? " " : ""));
        try (Statement statement = connection.createStatement()) {
          statement.setMaxRows(10);
          boolean more = statement.execute(sql);
          while (more || statement.getUpdateCount() >= 0) {
            more = statement.getMoreResults();
          }
        } catch (SQLException e) {
          assertThat(e.getSQLState())
              .as("seed %d: %s: %s", seed, sql, e.getMessage())
              .hasSize(5)
              .isNotEqualTo("XX000");
        }
      }
    }
    assertThat(shop.reads()).as("seed %d", seed).isEmpty();
  }
}
