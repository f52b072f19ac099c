package org.airbytejdbc.calcite.statement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NestingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SELECT 1 | 0 | 0",
        "SELECT (1), [2], {'a': (3)} | 2 | 0",
        "SELECT ')))(((', \"((\" -- (((( | 0 | 0",
        "SELECT CASE WHEN (CASE WHEN 1 THEN 2 END) THEN 3 END | 3 | 0",
        "WITH a AS (WITH b AS (SELECT 1) FROM b) FROM a | 2 | 2",
        "(WITH a AS (SELECT 1) FROM a) UNION (WITH b AS (SELECT 1) FROM b) | 2 | 1",
        "SELECT a::TIMESTAMP WITH TIME ZONE, b::TIMESTAMP WITH TIME ZONE | 0 | 0",
        "))) SELECT (1) | 1 | 0"
      })
  void isMeasuredByTokens(String sql, int parts, int withs) {
    assertThat(StatementText.of(sql).nesting()).isEqualTo(new Nesting(parts, withs));
  }
}
