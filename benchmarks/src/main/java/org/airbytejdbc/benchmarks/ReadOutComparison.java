package org.airbytejdbc.benchmarks;

import java.sql.Connection;
import java.util.List;

/** 1.2 million rows of 16 columns, each value read. */
final class ReadOutComparison implements Comparison {
  @Override
  public String name() {
    return "readout";
  }

  @Override
  public List<Result> run(WorkFolder work) throws Exception {
    TpchCache cache = TpchCache.filled(work);
    String sql =
        "SELECT * EXCLUDE (_airbyte_raw_id, _airbyte_extracted_at, _airbyte_meta)"
            + " FROM lineitem";
    try (Connection ours = cache.ours();
        Connection theirs = cache.theirs()) {
      Pairs pairs = Pairs.of(5, 2, () -> Rows.drain(ours, sql), () -> Rows.drain(theirs, sql));
      return List.of(
          new Result(
              "1.2M rows × 16 columns read out",
              "duckdb_jdbc",
              new Figures(pairs.ours),
              new Figures(pairs.theirs),
              1.10));
    }
  }
}
