package org.airbytejdbc.benchmarks;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.airbytejdbc.driver.AirbyteDriver;

/** New processes against PyAirbyte: with an empty cache, and with a warm one. */
final class PyAirbyteComparison implements Comparison {
  private static final String SQL =
      "SELECT count(*) FROM users u JOIN purchases p ON p.user_id = u.id"
          + " JOIN products d ON d.id = p.product_id";

  private static final String SCRIPT =
      """
      import sys
      import airbyte as ab
      cache = ab.new_local_cache("bench")
      if sys.argv[1] == "cold":
          source = ab.get_source("source-faker", local_executable=%s, config={"count": 1000})
          source.select_streams(["users", "purchases", "products"])
          source.read(cache=cache, force_full_refresh=True)
      import sqlalchemy
      with cache.get_sql_engine().connect() as connection:
          print(connection.execute(sqlalchemy.text(%s)).fetchall())
      """;

  @Override
  public String name() {
    return "pyairbyte";
  }

  @Override
  public List<Result> run(WorkFolder work) throws Exception {
    Path faker = work.python("airbyte-source-faker").resolve("source-faker");
    Path python = work.python("airbyte").resolve("python");
    Path script = work.path("pyairbyte.py");
    Files.writeString(script, SCRIPT.formatted("\"" + faker + "\"", "\"" + SQL + "\""));
    Path cache = work.path("faker.duckdb");
    String url =
        "jdbc:airbyte:source-faker?config={\"count\":1000}&executable="
            + faker
            + "&cache=duckdb:"
            + cache;
    List<String> ours = List.of(command(), "query", url, SQL);
    Pairs cold =
        Pairs.of(
            5,
            1,
            () -> {
              WorkFolder.deleteCache(cache);
              work.run(ours);
            },
            () -> {
              WorkFolder.deleteCache(work.path(".cache"));
              work.run(List.of(python.toString(), script.toString(), "cold"));
            });
    Pairs warm =
        Pairs.of(
            5,
            1,
            () -> work.run(ours),
            () -> work.run(List.of(python.toString(), script.toString(), "warm")));
    return List.of(
        new Result(
            "new process, empty cache, faker 1000, three streams, a count",
            "PyAirbyte",
            new Figures(cold.ours),
            new Figures(cold.theirs),
            0.45),
        new Result(
            "new process, warm cache, one query",
            "PyAirbyte",
            new Figures(warm.ours),
            new Figures(warm.theirs),
            0.2));
  }

  /** The script at its place beside the jar's module. */
  private static String command() throws Exception {
    URI jar = AirbyteDriver.class.getProtectionDomain().getCodeSource().getLocation().toURI();
    return Path.of(jar).resolve("../../../bin/airbyte-jdbc").normalize().toString();
  }
}
