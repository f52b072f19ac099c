package org.airbytejdbc.declarative.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The expected values are what airbyte-cdk 7.39.1 makes of the same manifests. */
class ParametersTest {
  private static final Map<String, Object> GIVEN = Map.of("p", 1L);

  @Test
  void aComponentHasWhatIsGivenToThoseAroundIt() {
    assertThat(handedDown(GIVEN, Map.of("type", "Inner", "own", 2L)))
        .isEqualTo(Map.of("type", "Inner", "own", 2L, "p", 1L, "$parameters", GIVEN));
  }

  @Test
  void aJsonSchemaOfAnObjectStaysAsItIs() {
    Map<String, Object> field = Map.of("type", "array", "items", Map.of("type", "string"));
    for (Map<String, Object> schema :
        List.of(
            Map.of("type", "object", "properties", Map.of("a", field)),
            Map.<String, Object>of("properties", Map.of("a", field)),
            Map.of("type", List.of("object", "null"), "properties", Map.of("a", field)))) {
      assertThat(handedDown(GIVEN, schema)).isEqualTo(schema);
    }
  }

  @Test
  void itLosesItsOwnParametersAtTheTop() {
    Map<String, Object> field = Map.of("type", "string", "$parameters", Map.of("y", 2L));
    assertThat(
            handedDown(
                Map.of(),
                Map.of("type", "object", "$parameters", GIVEN, "properties", Map.of("a", field))))
        .isEqualTo(Map.of("type", "object", "properties", Map.of("a", field)));
  }

  @Test
  void aJsonSchemaOfAListCountsAsAComponent() {
    assertThat(handedDown(GIVEN, Map.of("type", "array", "items", Map.of("type", "object"))))
        .isEqualTo(
            Map.of(
                "type", "array", "items", Map.of("type", "object"), "p", 1L, "$parameters", GIVEN));
  }

  /** A member of the manifest's, in a component with these parameters. */
  private static @Nullable Object handedDown(
      Map<String, Object> given, Map<String, Object> member) {
    Map<String, @Nullable Object> manifest =
        Map.of("outer", Map.of("type", "Outer", "$parameters", given, "member", member));
    Object outer = Parameters.handDown(manifest).get("outer");
    return ((Map<?, ?>) outer).get("member");
  }
}
