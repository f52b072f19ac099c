package org.airbytejdbc.cache.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.util.List;
import java.util.Properties;
import org.duckdb.DuckDBDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In a real engine, which says what a text means. */
class InlineParametersTest {
  private Connection connection;

  @BeforeEach
  void open() throws Exception {
    connection = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
  }

  @AfterEach
  void close() throws Exception {
    connection.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "plain",
        "it's",
        "'; DROP TABLE t; --",
        "a\\b\\'c",
        "$$ $1 ? %s",
        "\0",
        "a\0b'\0",
        "é😀\n\t"
      })
  void aTextComesBackAsItIs(String text) throws Exception {
    assertThat(Sql.query(connection, row -> row.getString(1), "SELECT ?::VARCHAR", text))
        .isEqualTo(List.of(text));
  }

  @Test
  void numbersAndBooleansAreOfTheirTypes() throws Exception {
    assertThat(
            Sql.query(
                connection,
                row -> List.of(row.getLong(1), row.getLong(2), row.getBoolean(3)),
                "SELECT ?, ?, ?",
                Long.MAX_VALUE,
                -7,
                true))
        .isEqualTo(List.of(List.of(Long.MAX_VALUE, -7L, true)));
  }

  @Test
  void aQuestionMarkInsideOfQuotesIsNoPlace() {
    assertThat(InlineParameters.in("SELECT \"a?\"\"b?\", 'it''s?', ?", 1))
        .isEqualTo("SELECT \"a?\"\"b?\", 'it''s?', 1");
  }

  @Test
  void asManyParametersAsPlacesAreNeeded() {
    assertThatThrownBy(() -> InlineParameters.in("SELECT ?", 1, 2))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
