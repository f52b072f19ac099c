package org.airbytejdbc.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A real connector, a million records: against the connector alone. */
final class HardcodedComparison implements Comparison {
  @Override
  public String name() {
    return "hardcoded";
  }

  @Override
  public List<Result> run(WorkFolder work) throws Exception {
    Path executable =
        work.python("airbyte-source-hardcoded-records").resolve("source-hardcoded-records");
    Path config = work.path("hardcoded.json");
    Files.writeString(config, "{\"count\":1000000}");
    Path catalog = work.path("hardcoded-catalog.json");
    Files.writeString(
        catalog,
        """
        {"streams":[{"stream":{"name":"dummy_fields","json_schema":{},
        "supported_sync_modes":["full_refresh"]},
        "sync_mode":"full_refresh","destination_sync_mode":"overwrite"}]}
        """);
    Path cache = work.path("hardcoded.duckdb");
    String url =
        "jdbc:airbyte:source-hardcoded-records?executable="
            + executable
            + "&config="
            + config
            + "&cache=duckdb:"
            + cache;
    List<String> alone =
        List.of(
            "sh",
            "-c",
            "exec '%s' read --config '%s' --catalog '%s' > /dev/null"
                .formatted(executable, config, catalog));
    List<Double> ours = new ArrayList<>();
    List<Double> theirs = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      WorkFolder.deleteCache(cache);
      ours.add(Sync.Outcome.of(work, url, "dummy_fields").seconds());
      theirs.add(Pairs.seconds(() -> work.run(alone)));
    }
    return List.of(
        new Result(
            "hardcoded-records, 1M dummy_fields into the cache",
            "the connector's read > /dev/null",
            new Figures(ours),
            new Figures(theirs),
            1.15));
  }
}
