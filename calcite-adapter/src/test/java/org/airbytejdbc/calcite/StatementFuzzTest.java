package org.airbytejdbc.calcite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.airbytejdbc.cache.duckdb.ScratchDuckDb;
import org.airbytejdbc.calcite.query.Engine;
import org.airbytejdbc.calcite.query.QueryReader;
import org.airbytejdbc.calcite.statement.StatementException;
import org.airbytejdbc.calcite.statement.StatementKind;
import org.airbytejdbc.calcite.statement.StatementText;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementFuzzTest {
  private static final Engine ENGINE = new Engine(ScratchDuckDb::open);
  private static final List<String> PIECES =
      List.of(
          "SELECT",
          "*",
          "FROM",
          "users",
          "faker.users",
          "WHERE",
          "(",
          ")",
          "'",
          "\"",
          "--",
          "/*",
          "*/",
          "//",
          ";",
          ",",
          ".",
          "$$",
          "$a$",
          "$1",
          "?",
          "1",
          "1e",
          "0x",
          "E'\\",
          "WITH",
          "AS",
          "RECURSIVE",
          "JOIN",
          "ON",
          "LATERAL",
          "UNION ALL",
          "VALUES",
          "CASE",
          "WHEN",
          "END",
          "EXPLAIN",
          "ANALYZE",
          "DESCRIBE",
          "CALL",
          "=>",
          "LIMIT",
          "0",
          "[",
          "]",
          "{",
          "}",
          "::",
          "INTERVAL",
          "DATE 'x'",
          "X'1'",
          "\u0000",
          "\ud800",
          "\u00a0",
          "ü",
          "\n",
          "\r",
          "\t",
          "INSERT INTO",
          "FETCH FIRST",
          "TABLE",
          "GROUP BY ALL",
          "->",
          "NOT",
          "IN");

  @AfterAll
  static void close() {
    ENGINE.close();
  }

  @Test
  void anyRowOfPiecesIsReadOrRefused() {
    Random random = new Random(20261122);
    int read = 0;
    for (int run = 0; run < 1_500; run++) {
      StringBuilder sql = new StringBuilder(random.nextBoolean() ? "SELECT * FROM users " : "");
      for (int i = random.nextInt(8); i > 0; i--) {
        sql.append(PIECES.get(random.nextInt(PIECES.size())));
        sql.append(random.nextInt(4) == 0 ? "" : " ");
      }
      read += isRead(sql.toString()) ? 1 : 0;
    }
    assertThat(read).isBetween(100, 1_400);
  }

  @Test
  void anyMutilatedStatementIsReadOrRefused() throws IOException {
    Random random = new Random(3);
    List<String> texts = StatementReadingTest.texts();
    int read = 0;
    for (int run = 0; run < 1_500; run++) {
      StringBuilder sql = new StringBuilder(texts.get(random.nextInt(texts.size())));
      for (int i = random.nextInt(3); i >= 0 && sql.length() > 1; i--) {
        int at = random.nextInt(sql.length());
        if (random.nextBoolean()) {
          sql.delete(at, Math.min(sql.length(), at + 1 + random.nextInt(4)));
        } else {
          sql.insert(at, PIECES.get(random.nextInt(PIECES.size())));
        }
      }
      read += isRead(sql.toString()) ? 1 : 0;
    }
    assertThat(read).isBetween(100, 1_400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(",
        "SELECT ",
        "CASE WHEN ",
        "[",
        "{'a':",
        "NOT ",
        "- ",
        "1 + ",
        "f(",
        "(SELECT * FROM ",
        "WITH a AS (",
        "WITH RECURSIVE a AS (SELECT 1 UNION ",
        "users JOIN ",
        "EXPLAIN ",
        "/*",
        "1 UNION ALL SELECT ",
        "a.",
        "1 AND ",
        "1,",
        "'",
        "a->",
        "ROW(",
        "EXISTS (SELECT ",
        "END "
      })
  void whatIsRepeatedTooOftenIsReadOrRefused(String piece) {
    for (String begin : List.of("", "SELECT * FROM ")) {
      isRead(begin + piece.repeat(20_000) + "1");
      isRead(begin + piece.repeat(90) + "1");
      isRead(begin + piece.repeat(7) + "1");
    }
  }

  @Test
  void aLongListIsRead() {
    assertThat(isRead("SELECT * FROM users WHERE id IN (" + "1234567,".repeat(20_000) + "1)"))
        .isTrue();
  }

  /** Fails the test by any exception but the one that refuses. */
  private static boolean isRead(String sql) {
    try {
      StatementText text = StatementText.of(sql);
      QueryReader reader = new QueryReader(ENGINE);
      switch (StatementKind.of(text)) {
        case CALL -> ProcedureCall.read(text);
        case EXPLAIN -> reader.read(QueryReader.readExplain(text).query());
        case SETTING -> SettingReader.read(text);
        case QUERY, SHOW -> reader.read(text);
      }
      return true;
    } catch (StatementException e) {
      assertThat(e.getMessage()).isNotBlank();
      return false;
    }
  }
}
