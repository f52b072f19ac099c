package org.airbytejdbc.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.airbytejdbc.connector.config.ConnectorConfig;
import org.airbytejdbc.connector.container.ContainerLauncher;
import org.airbytejdbc.connector.container.ContainerSettings;
import org.airbytejdbc.connector.container.Mount;
import org.airbytejdbc.connector.launch.ProcessConnector;

/**
 * A connector that writes a ready file, as a container of a Docker of its own: against Docker's.
 */
final class ContainerRunComparison implements Comparison {
  private static final String IMAGE = "airbyte/source-scripted:0.1.0";
  private static final String CONFIG = "{}";
  private static final int RECORDS = 100_000;

  private static final String PROGRAM =
      """
      import sys

      ANSWERS = {
          "spec": '{"type":"SPEC","spec":{"connectionSpecification":{"type":"object"}}}',
          "check": '{"type":"CONNECTION_STATUS","connectionStatus":{"status":"SUCCEEDED"}}',
          "discover": '{"type":"CATALOG","catalog":{"streams":[{"name":"users","json_schema":{},'
          '"supported_sync_modes":["full_refresh"]}]}}',
      }
      if sys.argv[1] == "read":
          with open("/connector/records.jsonl", "rb") as records:
              while chunk := records.read(1 << 20):
                  sys.stdout.buffer.write(chunk)
      else:
          print(ANSWERS[sys.argv[1]])
      """;

  @Override
  public String name() {
    return "container";
  }

  @Override
  public List<Result> run(WorkFolder work) throws Exception {
    Path folder = Files.createDirectories(work.path("container"));
    Files.writeString(folder.resolve("source-scripted"), PROGRAM);
    Files.writeString(folder.resolve("config.json"), CONFIG);
    Path records = folder.resolve("records.jsonl");
    Files.deleteIfExists(records);
    Files.copy(FakerLikeRecords.file(work, RECORDS), records);
    String script = Path.of("../testing/engine").toAbsolutePath().normalize().toString();
    String engine = Files.createTempDirectory(Path.of("/tmp"), "bench").toString();
    String address = work.run(List.of(script, "start", engine)).strip();
    try {
      return cost(folder, address, work).measure(work, "users", 5);
    } finally {
      work.run(List.of(script, "stop", engine));
    }
  }

  private static RunCost cost(Path folder, String address, WorkFolder work) throws Exception {
    ContainerSettings settings =
        new ContainerSettings(
            Optional.of(IMAGE),
            ContainerSettings.Pull.NEVER,
            Optional.of("none"),
            Optional.empty(),
            Optional.empty(),
            List.of(new Mount(folder.toString(), "/connector", true)));
    ContainerLauncher launcher =
        new ContainerLauncher(
            "source-scripted",
            Optional.empty(),
            settings,
            work.path("container-home"),
            Map.of("DOCKER_HOST", address));
    return new RunCost(
        "container",
        "docker run > /dev/null",
        new ProcessConnector("source-scripted", launcher),
        new ConnectorConfig(CONFIG),
        verb ->
            List.of(
                "sh",
                "-c",
                "exec docker -H %s run --rm --network none --log-driver none -v %s:/connector:ro %s %s > /dev/null"
                    .formatted(address, folder, IMAGE, verb)),
        1.0);
  }
}
