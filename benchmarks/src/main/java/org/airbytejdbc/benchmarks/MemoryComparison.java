package org.airbytejdbc.benchmarks;

import java.nio.file.Path;
import java.util.List;

/** Whether ten times the records take more memory. */
final class MemoryComparison implements Comparison {
  @Override
  public String name() {
    return "memory";
  }

  @Override
  public List<Result> run(WorkFolder work) throws Exception {
    double ten = peak(work, 10_000_000);
    double one = peak(work, 1_000_000);
    return List.of(
        new Result(
            "peak memory of loading 10M records, MB",
            "of 1M records",
            new Figures(List.of(ten)),
            new Figures(List.of(one)),
            1.15));
  }

  private static double peak(WorkFolder work, int records) throws Exception {
    Path connector =
        new FileConnector("source-ready")
            .stream("users", FakerLikeRecords.PROPERTIES, FakerLikeRecords.file(work, records))
                .write(work);
    Path cache = work.path("memory.duckdb");
    WorkFolder.deleteCache(cache);
    String url = "jdbc:airbyte:source-ready?executable=" + connector + "&cache=duckdb:" + cache;
    return Sync.Outcome.of(work, url, "users").peakMegabytes();
  }
}
