package org.airbytejdbc.declarative.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class YamlDocumentTest {
  @Test
  void valuesAreThoseOfJson() {
    assertThat(YamlDocument.read("{a: 1, b: 1.5, c: true, d: '1', e: [x, 3000000000]}"))
        .isEqualTo(
            Map.of("a", 1L, "b", 1.5, "c", true, "d", "1", "e", List.of("x", 3_000_000_000L)));
    assertThat((Map<?, ?>) YamlDocument.read("a: ~")).hasSize(1).containsValue(null);
    assertThat(YamlDocument.read("{a: yes, b: 2021-01-01, c: 1_000, d: '~'}"))
        .isEqualTo(Map.of("a", true, "b", "2021-01-01", "c", 1000L, "d", "~"));
  }

  @Test
  void anAliasIsWhatItsAnchorStandsAt() {
    assertThat(YamlDocument.read("{one: &x {n: [1]}, two: *x, name: &t text, again: *t}"))
        .isEqualTo(
            Map.of(
                "one",
                Map.of("n", List.of(1L)),
                "two",
                Map.of("n", List.of(1L)),
                "name",
                "text",
                "again",
                "text"));
  }

  @Test
  void aMergedObjectGivesWhatIsNotThere() {
    assertThat(YamlDocument.read("{base: &b {x: 1, y: 2}, all: {y: 3, <<: *b}}"))
        .isEqualTo(Map.of("base", Map.of("x", 1L, "y", 2L), "all", Map.of("x", 1L, "y", 3L)));
    assertThat(YamlDocument.read("{a: &a {x: 1}, b: &b {x: 2, y: 2}, all: {<<: [*a, *b]}}"))
        .extracting("all")
        .isEqualTo(Map.of("x", 1L, "y", 2L));
  }

  @Test
  void whatAliasesRepeatIsBounded() {
    StringBuilder yaml = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 10; i++) {
      String before = String.join(", ", Collections.nCopies(10, "*a" + (i - 1)));
      yaml.append("a").append(i).append(": &a").append(i).append(" [").append(before).append("]\n");
    }
    assertThatThrownBy(() -> YamlDocument.read(yaml.toString()))
        .hasMessageContaining("aliases repeat more than");
    assertThatThrownBy(() -> YamlDocument.read("a: &a {b: *a}"))
        .hasMessageContaining("aliases repeat more than");
  }

  @Test
  void whatIsNoYamlIsToldSo() {
    assertThatThrownBy(() -> YamlDocument.read("{a: *nobody}")).hasMessageContaining("nobody");
    assertThatThrownBy(() -> YamlDocument.read("{a: [}")).hasMessageContaining("no YAML");
  }
}
