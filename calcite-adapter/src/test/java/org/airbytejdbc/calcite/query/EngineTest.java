package org.airbytejdbc.calcite.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.airbytejdbc.cache.duckdb.ScratchDuckDb;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EngineTest {
  private static final Engine ENGINE = new Engine(ScratchDuckDb::open);

  @AfterAll
  static void close() {
    ENGINE.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"upper", "ABS", "json_extract", "regexp_replace", "strftime"})
  void functionsOfOneRowAreKnownFromItsOwnList(String function) {
    assertThat(ENGINE.isRowFunction(function)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"count", "sum", "median", "list", "row_number", "unnest", "no_such"})
  void functionsOfManyRowsAreToldApart(String function) {
    assertThat(ENGINE.isRowFunction(function)).isFalse();
  }

  @Test
  void tablesOfItsOwnAreKnown() {
    assertThat(ENGINE.isSystemTable("DUCKDB_TABLES")).isTrue();
    assertThat(ENGINE.isSystemTable("pg_class")).isTrue();
    assertThat(ENGINE.isSystemTable("tables")).isFalse();
  }

  @Test
  void closedItAnswersNoMore() {
    Engine closed = new Engine(ScratchDuckDb::open);
    assertThat(closed.isRowFunction("upper")).isTrue();
    closed.close();
    closed.close();

    assertThatIllegalStateException().isThrownBy(() -> closed.syntaxTree("SELECT 1"));
  }
}
