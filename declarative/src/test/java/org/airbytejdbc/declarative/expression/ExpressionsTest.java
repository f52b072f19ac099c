package org.airbytejdbc.declarative.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

class ExpressionsTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-15T00:00:00Z"), ZoneOffset.UTC);
  private static final JsonMapper JSON = new JsonMapper();

  @Test
  void expressionsHaveTheValuesOfPython() throws IOException {
    List<String> differences = new ArrayList<>();
    try (var table = getClass().getResourceAsStream("values.jsonl")) {
      List<String> rows = new String(table.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      Scope scope = Scope.of(member(row(rows.get(0)), "config"), CLOCK);
      for (String line : rows.subList(1, rows.size())) {
        Map<String, Object> row = row(line);
        Object value = Template.of((String) row.get("template")).render(scope);
        if (!PythonText.repr(value).equals(PythonText.repr(row.get("value")))) {
          differences.add(line + " but was " + PythonText.repr(value));
        }
      }
    }
    assertThat(differences).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ 'a' * 1000000000 }}",
        "{{ [0] * 1000000000 }}",
        "{{ 9 ** 999999999 }}",
        "{{ '%999999999d' % 1 }}",
        "{{ 'x'.center(999999999) }}",
        "{{ ('a' * 999) | regex_search('(a*a*a*a*b)') }}",
        "{% for a in 'x' * 9999 %}{% for b in 'x' * 9999 %}{% endfor %}{% endfor %}",
        "{{ ''.__class__.__mro__ }}"
      })
  void whatWouldTakeTooMuchIsRefused(String template) {
    assertThatThrownBy(() -> Template.of(template).render(Scope.of(Map.of(), CLOCK)))
        .isInstanceOfSatisfying(
            ExpressionException.class,
            failure -> assertThat(failure.kind()).isEqualTo(ExpressionException.Kind.REFUSED));
  }

  @Test
  void aFailureNamesTheTemplateAndNoValue() {
    assertThatThrownBy(
            () ->
                Template.of("{{ config['key'].a.b }}")
                    .render(Scope.of(Map.of("key", "s3cret"), CLOCK)))
        .hasMessageContaining("config['key'].a.b")
        .hasMessageNotContaining("s3cret");
  }

  private static Map<String, Object> row(String line) {
    return JSON.readValue(line, new TypeReference<>() {});
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> member(Map<String, Object> row, String name) {
    return (Map<String, Object>) row.get(name);
  }
}
