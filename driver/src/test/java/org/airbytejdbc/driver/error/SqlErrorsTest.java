package org.airbytejdbc.driver.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.airbytejdbc.cache.CacheException;
import org.airbytejdbc.cache.MemoryEngine;
import org.airbytejdbc.calcite.statement.StatementException;
import org.airbytejdbc.connector.Cancellation;
import org.airbytejdbc.connector.ConnectorException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SqlErrorsTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SELEC 1                               | 42601 | java.sql.SQLSyntaxErrorException",
        "SELECT * FROM nope                    | 42P01 | java.sql.SQLSyntaxErrorException",
        "SELECT * FROM nope.t                  | 3F000 | java.sql.SQLSyntaxErrorException",
        "SELECT nope FROM (SELECT 1 AS a)      | 42703 | java.sql.SQLSyntaxErrorException",
        "SELECT nope(1)                        | 42883 | java.sql.SQLSyntaxErrorException",
        "SELECT sum('x')                       | 42000 | java.sql.SQLSyntaxErrorException",
        "SELECT 'x'::INTEGER                   | 22P02 | java.sql.SQLDataException",
        "SELECT 1000::TINYINT                  | 22003 | java.sql.SQLDataException",
        "SELECT 9223372036854775807 + 1::BIGINT | 22003 | java.sql.SQLDataException",
        "SELECT error('boom')                  | 22000 | java.sql.SQLDataException",
      })
  void errorsOfTheEngineHaveAState(String sql, String state, Class<?> type) throws SQLException {
    try (MemoryEngine engine = new MemoryEngine();
        Connection connection = engine.connect();
        Statement statement = connection.createStatement()) {
      SQLException failure =
          catchThrowableOfType(SQLException.class, () -> statement.executeQuery(sql).next());
      SQLException translated = SqlErrors.translate(failure);
      assertThat(translated.getSQLState()).isEqualTo(state);
      assertThat((Throwable) translated).isInstanceOf(type).hasCause(failure);
      assertThat((Throwable) translated).hasMessageContaining("docs/errors.md#");
    }
  }

  @ParameterizedTest
  @EnumSource(ConnectorException.Kind.class)
  void everyFailureOfAConnectorHasAStateThatKeepsThePoolsConnection(ConnectorException.Kind kind) {
    assertKeepsConnection(
        SqlErrors.translate(new ConnectorException(kind, "source-x failed", "Try it.")));
  }

  @ParameterizedTest
  @EnumSource(CacheException.Kind.class)
  void everyFailureOfTheCacheHasAStateThatKeepsThePoolsConnection(CacheException.Kind kind) {
    assertKeepsConnection(SqlErrors.translate(new CacheException(kind, "no file", "Make one.")));
  }

  @ParameterizedTest
  @EnumSource(StatementException.Kind.class)
  void everyWrongStatementHasAStateThatKeepsThePoolsConnection(StatementException.Kind kind) {
    assertKeepsConnection(
        SqlErrors.translate(new StatementException(kind, "no such", "Write another.", null)));
  }

  private static void assertKeepsConnection(SQLException failure) {
    assertThat(failure.getSQLState()).hasSize(5).doesNotStartWith("08").isNotEqualTo("0A000");
    assertThat(failure.getMessage()).contains("docs/errors.md#");
  }

  @Test
  void guidanceFollowsWhatHappened() {
    assertThat(
            (Throwable)
                SqlErrors.translate(
                    new ConnectorException(
                        ConnectorException.Kind.CONNECTOR_FAILED,
                        "source-x exited with 1",
                        "Fix it.")))
        .hasMessage("source-x exited with 1\nFix it.\n(docs/errors.md#connector-failed)");
  }

  @Test
  void whatWasStoppedSaysSoWhateverBroke() {
    SQLException timeout =
        SqlErrors.stopped(Cancellation.Cause.TIMED_OUT, new SQLException("Invalid result set"));
    assertThat((Throwable) timeout).isInstanceOf(SQLTimeoutException.class);
    SQLException cancelled =
        SqlErrors.stopped(Cancellation.Cause.CANCELLED, new IllegalStateException("closed"));
    assertThat((Throwable) cancelled).isNotInstanceOf(SQLTimeoutException.class);
    assertThat(cancelled.getSQLState()).isEqualTo("57014").isEqualTo(timeout.getSQLState());
  }

  @Test
  void whatIsTranslatedStaysAsItIs() {
    SQLException once = SqlErrors.translate(new IllegalStateException("a bug"));
    assertThat((Throwable) SqlErrors.translate(once)).isSameAs(once);
    assertThat(once.getSQLState()).isEqualTo("XX000");
  }

  @Test
  void everyStateIsExplained() throws IOException {
    String document = Files.readString(Path.of("..", "docs", "errors.md"));
    assertThat(Stream.of(SqlState.values()).map(state -> "### " + state.anchor()))
        .allSatisfy(heading -> assertThat(document).contains(heading + "\n"));
    assertThat(Stream.of(SqlState.values()))
        .allSatisfy(state -> assertThat(document).contains("`" + state.code() + "`"));
  }
}
