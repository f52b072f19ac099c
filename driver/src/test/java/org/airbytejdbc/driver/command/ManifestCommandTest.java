package org.airbytejdbc.driver.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.airbytejdbc.driver.LocalShop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestCommandTest {
  @TempDir Path folder;

  @Test
  void speaksAirbytesProtocolForAManifest() throws IOException {
    try (LocalShop shop = LocalShop.start()) {
      Path manifest = shop.manifest(folder);
      Path config = Files.writeString(folder.resolve("config.json"), shop.config());
      assertThat(run("spec", "--manifest-path", manifest).out())
          .contains("{\"type\":\"SPEC\"", "\"required\":[\"url\"]");
      assertThat(run("check", "--config", config, "--manifest-path", manifest).out())
          .contains("\"status\":\"SUCCEEDED\"");
      assertThat(run("discover", "--config", config, "--manifest-path", manifest).out())
          .contains("{\"type\":\"CATALOG\"", "\"name\":\"things\"");
      CommandLineRun read = read(shop, manifest);
      assertThat(read.out().lines())
          .filteredOn(line -> line.startsWith("{\"type\":\"RECORD\""))
          .hasSize(2);
      assertThat(read.out()).contains("{\"type\":\"STATE\"");
      assertThat(read.exitCode()).isZero();
    }
  }

  @Test
  void readsOnFromAState() throws IOException {
    try (LocalShop shop = LocalShop.start()) {
      Path state =
          Files.writeString(
              folder.resolve("state.json"),
              """
              [{"type": "STREAM", "stream": {"stream_descriptor": {"name": "things"},
                "stream_state": {"changed": "2026-01-02"}}}]
              """);
      assertThat(read(shop, shop.manifest(folder), "--state", state).out().lines())
          .filteredOn(line -> line.startsWith("{\"type\":\"STATE\""))
          .last()
          .asString()
          .contains("\"stream_descriptor\":{\"name\":\"things\"")
          .contains("\"stream_state\":{\"changed\":\"2026-01-02\"}");
      assertThat(shop.requests()).containsExactly("since=2026-01-02");
    }
  }

  @Test
  void tellsOfAStreamThatFailsAndOfItsEnd() throws IOException {
    try (LocalShop shop = LocalShop.start()) {
      Path manifest = shop.manifest(folder);
      Files.writeString(
          manifest, Files.readString(manifest).replace("path: /things", "path: /gone"));
      CommandLineRun run = read(shop, manifest);
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.out().lines())
          .filteredOn(line -> line.startsWith("{\"type\":\"TRACE\""))
          .anyMatch(line -> line.contains("\"type\":\"ERROR\"") && line.contains("failure_type"))
          .last()
          .asString()
          .contains("\"status\":\"INCOMPLETE\"");
    }
  }

  private CommandLineRun read(LocalShop shop, Path manifest, Object... more) throws IOException {
    Path catalog =
        Files.writeString(
            folder.resolve("catalog.json"),
            """
            {"streams": [{"sync_mode": "incremental", "destination_sync_mode": "append", "stream":
              {"name": "things", "json_schema": {}, "supported_sync_modes": ["incremental"]}}]}
            """);
    Path config = Files.writeString(folder.resolve("config.json"), shop.config());
    Object[] arguments = {
      "read", "--config", config, "--catalog", catalog, "--manifest-path", manifest
    };
    return run(Stream.concat(Arrays.stream(arguments), Arrays.stream(more)).toArray());
  }

  @Test
  void failsAsAirbytesOwnDoes() {
    CommandLineRun run = run("check", "--manifest-path", folder.resolve("none.yaml"));
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).startsWith("{\"type\":\"TRACE\"");
  }

  private static CommandLineRun run(Object... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "source-declarative-manifest";
    for (int i = 0; i < arguments.length; i++) {
      all[i + 1] = arguments[i].toString();
    }
    return CommandLineRun.of(all);
  }
}
