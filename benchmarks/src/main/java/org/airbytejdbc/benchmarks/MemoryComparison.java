package org.airbytejdbc.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Whether ten times the records take more memory. */
final class MemoryComparison implements Comparison {
  /** The peaks of runs differ by a hundred MB, as Java and the engine take turns to free. */
  private static final int RUNS = 3;

  @Override
  public String name() {
    return "memory";
  }

  @Override
  public List<Result> run(WorkFolder work) throws Exception {
    List<Double> ten = peaks(work, 10_000_000);
    List<Double> one = peaks(work, 1_000_000);
    return List.of(
        new Result(
            "peak memory of loading 10M records, MB",
            "of 1M records",
            new Figures(ten),
            new Figures(one),
            1.15));
  }

  private static List<Double> peaks(WorkFolder work, int records) throws Exception {
    Path connector =
        new FileConnector("source-ready")
            .stream("users", FakerLikeRecords.PROPERTIES, FakerLikeRecords.file(work, records))
                .write(work);
    Path cache = work.path("memory.duckdb");
    String url = "jdbc:airbyte:source-ready?executable=" + connector + "&cache=duckdb:" + cache;
    List<Double> peaks = new ArrayList<>();
    for (int i = 0; i < RUNS; i++) {
      WorkFolder.deleteCache(cache);
      peaks.add((double) Sync.Outcome.of(work, url, "users").peakMegabytes());
    }
    return peaks;
  }
}
