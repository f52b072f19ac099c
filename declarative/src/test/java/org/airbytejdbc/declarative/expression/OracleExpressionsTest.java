package org.airbytejdbc.declarative.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Every expression of the published manifests has the value that Airbyte's CDK gives it. */
@Tag("oracle")
class OracleExpressionsTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-15T00:00:00Z"), ZoneOffset.UTC);
  private static final JsonMapper JSON = new JsonMapper();

  @Test
  void allExpressionsOfTheOracleHaveItsValues() throws IOException {
    Path cases = Path.of(System.getProperty("airbyte.test.oracle"), "jinja-cases.jsonl");
    List<String> lines = Files.readAllLines(cases, StandardCharsets.UTF_8);
    List<String> differences = new ArrayList<>();
    for (String line : lines) {
      Map<String, Object> one = JSON.readValue(line, new TypeReference<>() {});
      String actual = actual(one);
      if (!actual.equals(expected(one))) {
        differences.add(
            "%s %s %s\n  expected %s\n  but was  %s"
                .formatted(
                    one.get("id"), one.get("mode"), one.get("template"), expected(one), actual));
      }
    }
    assertThat(lines).hasSizeGreaterThan(4000);
    assertThat(differences).isEmpty();
  }

  private static String expected(Map<String, Object> one) {
    return one.containsKey("error") ? "error" : text(one.get("expected"));
  }

  /** As Python writes it, so with its type. */
  private static String text(Object value) {
    return PythonText.repr(withoutMarks(value));
  }

  /** What JSON cannot hold stands as its repr in a map of one key. */
  private static Object withoutMarks(Object value) {
    if (value instanceof Map<?, ?> map) {
      if (map.containsKey("$py")) {
        return new Opaque(String.valueOf(map.get("$py")));
      }
      Map<Object, Object> all = new LinkedHashMap<>();
      map.forEach((key, member) -> all.put(key, withoutMarks(member)));
      return all;
    }
    if (value instanceof List<?> list) {
      List<Object> all = new ArrayList<>();
      list.forEach(item -> all.add(withoutMarks(item)));
      return all;
    }
    return value;
  }

  @SuppressWarnings("unchecked")
  private static String actual(Map<String, Object> one) {
    Map<String, Object> variables = (Map<String, Object>) one.get("context");
    Scope scope = Scope.of((Map<String, Object>) variables.get("config"), CLOCK);
    for (var variable : variables.entrySet()) {
      scope = scope.with(variable.getKey(), variable.getValue());
    }
    Template template = Template.of((String) one.get("template"));
    try {
      return PythonText.repr(
          one.get("kind").equals("boolean") ? template.test(scope) : template.render(scope));
    } catch (ExpressionException failure) {
      return "error";
    }
  }
}
