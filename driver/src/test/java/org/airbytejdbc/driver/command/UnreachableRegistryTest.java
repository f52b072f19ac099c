package org.airbytejdbc.driver.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a machine from which nothing can be reached, as its proxy is not there. */
class UnreachableRegistryTest {
  @TempDir Path folder;

  @Test
  void aListWithoutWhatIsPublishedSaysWhy() throws IOException {
    ProcessBuilder process =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-Dairbyte.home=" + folder.resolve("home"),
                AirbyteCommand.class.getName(),
                "query",
                "jdbc:airbyte:",
                "SELECT count(*) AS published FROM airbyte.connectors WHERE title IS NOT NULL"));
    process.environment().put("https_proxy", "http://127.0.0.1:1");
    process.environment().put("HTTPS_PROXY", "http://127.0.0.1:1");

    try (var said = process.redirectErrorStream(true).start().inputReader(StandardCharsets.UTF_8)) {
      assertThat(said.lines())
          .contains("|         0 |")
          .anyMatch(line -> line.startsWith("Warning: ") && line.contains("cannot be fetched"));
    }
  }
}
