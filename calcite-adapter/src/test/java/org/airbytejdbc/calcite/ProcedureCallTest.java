package org.airbytejdbc.calcite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;
import org.airbytejdbc.calcite.RoutedStatement.Argument;
import org.airbytejdbc.calcite.RoutedStatement.Parameter;
import org.airbytejdbc.calcite.RoutedStatement.Procedure;
import org.airbytejdbc.calcite.statement.StatementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcedureCallTest {
  @Test
  void readsPositionalAndNamedArguments() {
    Procedure call =
        route("call airbyte.\"sync\"('it''s', /* n */ 3, fullRefresh => true, \"max\" := -1.5e3);");

    assertThat(call)
        .isEqualTo(
            new Procedure(
                "airbyte",
                "sync",
                List.of(
                    new Argument("", Optional.of("it's")),
                    new Argument("", Optional.of(3L)),
                    new Argument("fullRefresh", Optional.of(true)),
                    new Argument("max", Optional.of(-1500.0)))));
  }

  @Test
  void readsNullAndParameters() {
    assertThat(route("CALL a.b(?, NULL, x => ?)").arguments())
        .containsExactly(
            new Argument("", Optional.of(new Parameter(1))),
            new Argument("", Optional.empty()),
            new Argument("x", Optional.of(new Parameter(2))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"CALL reset()", "CALL reset"})
  void needsNeitherSchemaNorArguments(String sql) {
    assertThat(route(sql)).isEqualTo(new Procedure("", "reset", List.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CALL",
        "CALL 'x'",
        "CALL a.",
        "CALL a.b(",
        "CALL a.b('x'",
        "CALL a.b('x',)",
        "CALL a.b(x)",
        "CALL a.b(-'x')",
        "CALL a.b(1 + 1)",
        "CALL a.b(99999999999999999999)",
        "CALL a.b((SELECT 1))",
        "CALL a.b() c",
        "CALL a.b.c()"
      })
  void refusesAllElse(String sql) {
    assertThatExceptionOfType(StatementException.class)
        .isThrownBy(() -> route(sql))
        .satisfies(e -> assertThat(e.kind()).isEqualTo(StatementException.Kind.SYNTAX));
  }

  private static Procedure route(String sql) {
    try (Statements statements = new Statements()) {
      return (Procedure) statements.route(sql, "faker", new AttachedSources(List.of()));
    }
  }
}
