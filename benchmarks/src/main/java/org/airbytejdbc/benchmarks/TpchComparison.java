package org.airbytejdbc.benchmarks;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The 22 queries of TPC-H over cached streams, and a tiny query. */
final class TpchComparison implements Comparison {
  private static final int RUNS = 15;
  private static final int WARM_UPS = 10;

  /** Enough to have the code of both drivers compiled, of which this query runs most. */
  private static final int WARM_UPS_OF_CODE = 5_000;

  @Override
  public String name() {
    return "tpch";
  }

  @Override
  public List<Result> run(WorkFolder work) throws Exception {
    TpchCache cache = TpchCache.filled(work);
    List<Result> results = new ArrayList<>();
    try (Connection ours = cache.ours();
        Connection theirs = cache.theirs()) {
      Result tiny =
          compare("tiny query", "SELECT r_name FROM region", 301, WARM_UPS_OF_CODE, ours, theirs);
      double logs = 0;
      for (int i = 1; i <= 22; i++) {
        String name = String.format(Locale.ROOT, "q%02d", i);
        Result result = compare(name, query(name), RUNS, WARM_UPS, ours, theirs);
        logs += Math.log(result.ratio());
        results.add(result);
      }
      Figures mean = new Figures(List.of(Math.exp(logs / 22)));
      results.add(
          new Result(
              "TPC-H, geometric mean of the ratios", "1", mean, new Figures(List.of(1.0)), 1.05));
      results.add(tiny);
    }
    return results;
  }

  private static Result compare(
      String name, String sql, int runs, int warmUps, Connection ours, Connection theirs)
      throws Exception {
    Pairs pairs =
        Pairs.of(runs, warmUps, () -> Rows.drain(ours, sql), () -> Rows.drain(theirs, sql));
    return new Result(
        "TPC-H " + name, "duckdb_jdbc", new Figures(pairs.ours), new Figures(pairs.theirs), 0);
  }

  static String query(String name) throws Exception {
    try (InputStream in = TpchComparison.class.getResourceAsStream("tpch/" + name + ".sql")) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
