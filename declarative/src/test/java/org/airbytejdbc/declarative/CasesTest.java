package org.airbytejdbc.declarative;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.airbytejdbc.declarative.json.Json;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Small manifests, each for a part of the component schema, answer as they did in Airbyte's CDK:
 * checks, catalogs, records, states, requests and changed configs. {@code record.py} beside the
 * cases recorded what the CDK answered.
 */
class CasesTest {
  private static final Path CASES = Path.of("src/test/resources/cases");
  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(DeserializationFeature.USE_LONG_FOR_INTS).build();

  static Stream<String> cases() throws IOException {
    try (Stream<Path> files = Files.list(CASES)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".yaml"))
          .map(name -> name.substring(0, name.length() - ".yaml".length()))
          .sorted(Comparator.naturalOrder())
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void caseAnswersAsItDidInTheCdk(String name, @TempDir Path folder) {
    Map<String, @Nullable Object> expected = expected(name);
    Map<String, @Nullable Object> actual =
        new ReplayedCase(given(CASES.resolve(name + ".yaml")), folder).answers();
    for (String part : List.of("check", "failed", "catalog", "requests", "records", "states")) {
      assertThat(ReplayedCase.sorted(actual.get(part)))
          .as(part)
          .isEqualTo(ReplayedCase.sorted(expected.get(part)));
    }
    assertThat(ReplayedCase.sorted(actual)).isEqualTo(ReplayedCase.sorted(expected));
  }

  /** The case; its manifest may be a file of the project. */
  @SuppressWarnings("unchecked")
  static Map<String, @Nullable Object> given(Path file) {
    Map<String, @Nullable Object> given = YAML.readValue(read(file), Map.class);
    if (given.get("manifest") instanceof String manifest) {
      given.put("manifest", YAML.readValue(read(Path.of("..", manifest)), Map.class));
    }
    return given;
  }

  private static Map<String, @Nullable Object> expected(String name) {
    return Json.readObject(read(CASES.resolve(name + ".json")));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
