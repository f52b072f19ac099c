package org.airbytejdbc.benchmarks;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A million faker-like records from a connector that writes a ready file. */
final class LoadComparison implements Comparison {
  private static final int RECORDS = 1_000_000;

  @Override
  public String name() {
    return "load";
  }

  @Override
  public List<Result> run(WorkFolder work) throws Exception {
    Path file = FakerLikeRecords.file(work, RECORDS);
    Path connector =
        new FileConnector("source-ready")
            .stream("users", FakerLikeRecords.PROPERTIES, file).write(work);
    Path ourCache = work.path("load-ours.duckdb");
    Path theirCache = work.path("load-theirs.duckdb");
    String url = "jdbc:airbyte:source-ready?executable=" + connector + "&cache=duckdb:" + ourCache;
    List<Double> ours = new ArrayList<>();
    List<Double> theirs = new ArrayList<>();
    List<Double> peaks = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      WorkFolder.deleteCache(ourCache);
      Sync.Outcome outcome = Sync.Outcome.of(work, url, "users");
      ours.add(outcome.seconds());
      peaks.add((double) outcome.peakMegabytes());
      WorkFolder.deleteCache(theirCache);
      theirs.add(
          Double.parseDouble(
              work.run(WorkFolder.java(Plain.class, theirCache.toString(), file.toString()))
                  .trim()));
    }
    return List.of(
        new Result(
            "load of 1M faker-like records",
            "read_ndjson INSERT",
            new Figures(ours),
            new Figures(theirs),
            1.5),
        new Result(
            "its peak memory, MB", "700 MB", new Figures(peaks), new Figures(List.of(700.0)), 1.0));
  }

  /** The alternative: DuckDB alone reads the file. Arguments: database, file. */
  static final class Plain {
    private Plain() {}

    public static void main(String[] arguments) throws Exception {
      String insert =
          """
          CREATE TABLE users AS SELECT data.*, uuidv7()::VARCHAR AS raw_id,
            epoch_ms(emitted_at) AS extracted_at, '{}'::JSON AS meta
          FROM (SELECT unnest(record) FROM read_ndjson('%s', columns = {record: 'STRUCT(
            stream VARCHAR, data STRUCT(id BIGINT, created_at TIMESTAMPTZ, updated_at TIMESTAMPTZ,
              name VARCHAR, title VARCHAR, age BIGINT, email VARCHAR, telephone VARCHAR,
              gender VARCHAR, language VARCHAR, academic_degree VARCHAR, nationality VARCHAR,
              occupation VARCHAR, height VARCHAR, blood_type VARCHAR, weight BIGINT, address JSON),
            emitted_at BIGINT)'}))
          """
              .formatted(arguments[1]);
      try (Connection connection = DuckDb.open(Path.of(arguments[0]));
          Statement statement = connection.createStatement()) {
        System.out.println(Pairs.seconds(() -> statement.execute(insert)));
      }
    }
  }
}
