package org.airbytejdbc.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.airbytejdbc.connector.config.ConnectorConfig;
import org.airbytejdbc.connector.container.ContainerLauncher;
import org.airbytejdbc.connector.container.ContainerSettings;
import org.airbytejdbc.connector.container.Mount;
import org.airbytejdbc.connector.launch.ProcessConnector;

/** Connectors as containers of a Docker of its own: against {@code docker run}. */
final class ContainerRunComparison implements Comparison {
  private static final String REAL = "airbyte/source-hardcoded-records:0.0.1";
  private static final String READY = "airbyte/source-scripted:0.1.0";
  private static final int READY_RECORDS = 1_000_000;

  /** A connector that just writes a ready file, much faster than an engine passes it on. */
  private static final String PROGRAM =
      """
      import sys

      if sys.argv[1] == "discover":
          print('{"type":"CATALOG","catalog":{"streams":[{"name":"users","json_schema":{},'
                '"supported_sync_modes":["full_refresh"]}]}}')
      else:
          with open("/connector/records.jsonl", "rb") as records:
              while chunk := records.read(1 << 20):
                  sys.stdout.buffer.write(chunk)
      """;

  @Override
  public String name() {
    return "container";
  }

  @Override
  public List<Result> run(WorkFolder work) throws Exception {
    String script = Path.of("../testing/engine").toAbsolutePath().normalize().toString();
    String engine = Files.createTempDirectory(Path.of("/tmp"), "bench").toString();
    String address = work.run(List.of(script, "start", engine)).strip();
    try {
      HardcodedRecords source = HardcodedRecords.of(work, RunCost.RECORDS);
      work.run(List.of(script, "image", engine, REAL, source.program().toString()));
      List<Result> rows = new ArrayList<>(real(work, address, source));
      rows.add(ready(work, address));
      return rows;
    } finally {
      work.run(List.of(script, "stop", engine));
    }
  }

  private static List<Result> real(WorkFolder work, String address, HardcodedRecords source)
      throws Exception {
    String run = dockerRun(address, new Mount(source.documents().toString(), "/given", true), REAL);
    return new RunCost(
            "container",
            "docker run > /dev/null",
            connector(work, address, REAL, List.of()),
            new ConnectorConfig(source.config()),
            verb -> run.formatted(HardcodedRecords.arguments(verb, "/given")))
        .measure(work, HardcodedRecords.STREAM);
  }

  /** How fast the output comes, by a read so long that its start matters little. */
  private static Result ready(WorkFolder work, String address) throws Exception {
    Path folder = Files.createDirectories(work.path("container"));
    Files.writeString(folder.resolve("source-scripted"), PROGRAM);
    Path records = folder.resolve("records.jsonl");
    Files.deleteIfExists(records);
    Files.createLink(records, FakerLikeRecords.file(work, READY_RECORDS));
    Mount mount = new Mount(folder.toString(), "/connector", true);
    String run = dockerRun(address, mount, READY);
    return new RunCost(
            "container",
            "docker run > /dev/null",
            connector(work, address, READY, List.of(mount)),
            new ConnectorConfig("{}"),
            run::formatted)
        .read(work, "users", "read of 1M records that are ready", 1.0);
  }

  private static ProcessConnector connector(
      WorkFolder work, String address, String image, List<Mount> mounts) throws Exception {
    ContainerSettings settings =
        new ContainerSettings(
            Optional.of(image),
            ContainerSettings.Pull.NEVER,
            Optional.of("none"),
            Optional.empty(),
            Optional.empty(),
            mounts);
    return new ProcessConnector(
        "a container",
        new ContainerLauncher(
            "a container",
            Optional.empty(),
            settings,
            work.path("container-home"),
            Map.of("DOCKER_HOST", address)));
  }

  /** A shell's command that lacks the connector's arguments. */
  private static String dockerRun(String address, Mount mount, String image) {
    return "exec docker -H %s run --rm --network none --log-driver none -v %s:%s:ro %s %%s > /dev/null"
        .formatted(address, mount.host(), mount.container(), image);
  }
}
