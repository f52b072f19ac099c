package org.airbytejdbc.benchmarks;

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
    HardcodedRecords source = HardcodedRecords.of(work, 1_000_000);
    Path cache = work.path("hardcoded.duckdb");
    String url =
        "jdbc:airbyte:%s?executable=%s&config=%s&cache=duckdb:%s"
            .formatted(
                HardcodedRecords.NAME,
                source.program(),
                source.documents().resolve("config.json"),
                cache);
    List<String> alone = List.of("sh", "-c", source.command("read"));
    List<Double> ours = new ArrayList<>();
    List<Double> theirs = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      WorkFolder.deleteCache(cache);
      ours.add(Sync.Outcome.of(work, url, HardcodedRecords.STREAM).seconds());
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
