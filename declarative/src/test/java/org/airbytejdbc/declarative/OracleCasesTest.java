package org.airbytejdbc.declarative;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Published manifests answer as they do in Airbyte's CDK: specs, catalogs, records, states and
 * requests. {@code -Doracle.only=NAME,…} takes those cases, {@code all} takes every one.
 */
@Tag("oracle")
class OracleCasesTest {
  private static final Path RESOURCES = Path.of("src/test/resources/oracle").toAbsolutePath();

  @Test
  void allCasesButTheListedOnesAnswerAsTheOracleDid() throws IOException {
    Map<String, String> failures = new LinkedHashMap<>();
    List<String> passes = new ArrayList<>();
    List<String> lines = compare();
    for (String line : lines) {
      if (line.startsWith("pass ")) {
        passes.add(line.substring("pass ".length()));
      } else if (line.startsWith("FAIL ")) {
        String[] failure = line.substring("FAIL ".length()).split(": ", 2);
        failures.put(failure[0], failure[1]);
      }
    }
    assertThat(lines.get(lines.size() - 1))
        .isEqualTo("%d passed, %d failed".formatted(passes.size(), failures.size()));
    Set<String> listed = listed();
    failures.keySet().removeAll(listed);
    assertThat(failures).as("cases that differ").isEmpty();
    assertThat(listed).as("cases that no longer differ").doesNotContainAnyElementsOf(passes);
  }

  private static List<String> compare() throws IOException {
    Path folder = Path.of(System.getProperty("airbyte.test.oracle")).toAbsolutePath().normalize();
    String only = System.getProperty("airbyte.test.oracle.only");
    try (ManifestServer server = ManifestServer.start(0)) {
      List<String> command = new ArrayList<>(List.of("python3", "compare.py", "--jobs", "3"));
      if (!only.equals("all")) {
        command.addAll(List.of("--only", only));
      }
      // Without its site packages, a Python starts in half the time.
      command.addAll(List.of("--", "python3", "-S", "-E"));
      command.addAll(List.of(RESOURCES + "/forward.py", Integer.toString(server.port())));
      ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
      builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
      Process process = builder.redirectErrorStream(true).start();
      try {
        return process.inputReader(StandardCharsets.UTF_8).lines().toList();
      } finally {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
      }
    }
  }

  /** One a line, after it a word why. */
  private static Set<String> listed() throws IOException {
    return Files.readAllLines(RESOURCES.resolve("differing.txt"), StandardCharsets.UTF_8).stream()
        .map(line -> line.split(" ", 2)[0])
        .collect(Collectors.toSet());
  }
}
