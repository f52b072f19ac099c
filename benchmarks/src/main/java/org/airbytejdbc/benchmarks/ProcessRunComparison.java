package org.airbytejdbc.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.airbytejdbc.connector.config.ConnectorConfig;
import org.airbytejdbc.connector.launch.ExecutableLauncher;
import org.airbytejdbc.connector.launch.ProcessConnector;

/** A real connector as a process: against its command in a shell. */
final class ProcessRunComparison implements Comparison {
  private static final String NAME = "source-hardcoded-records";
  private static final String CONFIG = "{\"count\":100000}";

  @Override
  public String name() {
    return "process";
  }

  @Override
  public List<Result> run(WorkFolder work) throws Exception {
    Path program = work.python("airbyte-" + NAME).resolve(NAME);
    Path config = Files.writeString(work.path("process-config.json"), CONFIG);
    Path catalog =
        Files.writeString(
            work.path("process-catalog.json"),
            """
            {"streams":[{"stream":{"name":"dummy_fields","json_schema":{},
            "supported_sync_modes":["full_refresh"]},
            "sync_mode":"full_refresh","destination_sync_mode":"overwrite"}]}
            """);
    RunCost cost =
        new RunCost(
            "process",
            "the command > /dev/null",
            new ProcessConnector(NAME, new ExecutableLauncher(program)),
            new ConnectorConfig(CONFIG),
            verb -> List.of("sh", "-c", command(verb, program, config, catalog)),
            1.05);
    return cost.measure(work, "dummy_fields", 5);
  }

  private static String command(String verb, Path program, Path config, Path catalog) {
    String documents =
        switch (verb) {
          case "spec" -> "";
          case "read" -> " --config '%s' --catalog '%s'".formatted(config, catalog);
          default -> " --config '%s'".formatted(config);
        };
    return "exec '%s' %s%s > /dev/null".formatted(program, verb, documents);
  }
}
