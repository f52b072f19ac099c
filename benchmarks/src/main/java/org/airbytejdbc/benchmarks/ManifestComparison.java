package org.airbytejdbc.benchmarks;

import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.airbytejdbc.driver.AirbyteDriver;

/** A manifest inside the JVM against Airbyte's own program for manifests, at the same local API. */
final class ManifestComparison implements Comparison {
  private static final String PYTHON = "Python's source-declarative-manifest";
  private static final int PAGES = 1_000;
  private static final int SLICES = 200;
  private static final int AT_ONCE = 20;
  private static final long DELAY_MILLIS = 50;
  private static final double IDEAL_SECONDS = DELAY_MILLIS / 1e3 * SLICES / AT_ONCE;

  /** Java compiles the client's and the driver's code for some twenty thousand requests. */
  private static final int WARM_UPS = 100;

  @Override
  public String name() {
    return "manifest";
  }

  @Override
  public List<Result> run(WorkFolder work) throws Exception {
    List<Result> results = new ArrayList<>();
    try (PagedApi api = new PagedApi()) {
      Path manifest = work.path("api.yaml");
      try (InputStream text = getClass().getResourceAsStream("api.yaml")) {
        String values =
            IntStream.range(0, SLICES)
                .mapToObj(i -> "\"" + i + "\"")
                .collect(Collectors.joining(","));
        Files.writeString(
            manifest,
            new String(text.readAllBytes(), StandardCharsets.UTF_8)
                .replace("__API__", api.url())
                .replace("__SLICES__", values));
      }
      results.addAll(newProcess(work, manifest, api));
      results.add(firstRow(work, manifest, api));
      results.add(records(work, manifest, api));
      results.add(slices(work, manifest, api));
    }
    return results;
  }

  /** The same command line for both. */
  private static List<Result> newProcess(WorkFolder work, Path manifest, PagedApi api)
      throws Exception {
    Pairs pairs =
        Pairs.of(
            3,
            1,
            () -> commands(work, List.of(bin("source-declarative-manifest")), manifest, api),
            () -> commands(work, List.of(python(work)), manifest, api));
    return List.of(
        new Result(
            "new processes: spec, discover, read of 100 records",
            PYTHON,
            new Figures(pairs.ours),
            new Figures(pairs.theirs),
            0.25));
  }

  private static void commands(WorkFolder work, List<String> program, Path manifest, PagedApi api)
      throws Exception {
    run(work, program, "spec", manifest, api, "");
    run(work, program, "discover", manifest, api, "");
    run(work, program, "read", manifest, api, "page");
  }

  private static void run(
      WorkFolder work,
      List<String> program,
      String verb,
      Path manifest,
      PagedApi api,
      String stream)
      throws Exception {
    List<String> command = new ArrayList<>(program);
    command.addAll(List.of(verb, "--manifest-path", manifest.toString()));
    if (!verb.equals("spec")) {
      command.addAll(List.of("--config", config(work, api).toString()));
    }
    if (verb.equals("read")) {
      Path catalog = work.path("catalog-" + stream + ".json");
      Files.writeString(
          catalog,
          ("{\"streams\":[{\"stream\":{\"name\":\"%s\",\"json_schema\":{},"
                  + "\"supported_sync_modes\":[\"full_refresh\"]},\"sync_mode\":\"full_refresh\","
                  + "\"destination_sync_mode\":\"overwrite\"}]}")
              .formatted(stream));
      command.addAll(List.of("--catalog", catalog.toString()));
    }
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(work.path("last-errors.txt").toFile())
            .start();
    if (process.waitFor() != 0) {
      throw new IllegalStateException(command + " failed");
    }
  }

  private static Path config(WorkFolder work, PagedApi api) throws Exception {
    Path config = work.path("config.json");
    Files.writeString(config, "{\"pages\":" + PAGES + ",\"url\":\"" + api.url() + "\"}");
    return config;
  }

  /** A warm JVM has done it some times before. Ends with the row: closing comes later. */
  private static Result firstRow(WorkFolder work, Path manifest, PagedApi api) throws Exception {
    Path cache = work.path("manifest-first.duckdb");
    List<Double> ours = new ArrayList<>();
    List<Double> theirs = new ArrayList<>();
    for (int i = -WARM_UPS; i < 5; i++) {
      WorkFolder.deleteCache(cache);
      long start = System.nanoTime();
      try (Connection connection = connect(cache, manifest, api, 1);
          Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery("SELECT * FROM page LIMIT 100")) {
        rows.next();
        if (i >= 0) {
          ours.add((System.nanoTime() - start) / 1e9);
        }
      }
      if (i >= 0) {
        theirs.add(
            Pairs.seconds(() -> run(work, List.of(python(work)), "read", manifest, api, "page")));
      }
    }
    return new Result(
        "warm JVM: connect to first row of one page, empty cache",
        PYTHON + " read, a new process",
        new Figures(ours),
        new Figures(theirs),
        0.05);
  }

  private static Connection connect(Path cache, Path manifest, PagedApi api, int pages)
      throws Exception {
    return DriverManager.getConnection(url(cache, manifest, api, pages));
  }

  private static String url(Path cache, Path manifest, PagedApi api, int pages) {
    return "jdbc:airbyte:source-bench?manifest="
        + manifest
        + "&cache=duckdb:"
        + cache
        + "&config.pages="
        + pages
        + "&config.url="
        + api.url();
  }

  private static Result records(WorkFolder work, Path manifest, PagedApi api) throws Exception {
    Path cache = work.path("manifest-items.duckdb");
    WorkFolder.deleteCache(cache);
    // The process has 256 MB of heap, and would fail with less than it needs.
    Sync.Outcome outcome = Sync.Outcome.of(work, url(cache, manifest, api, PAGES), "items");
    List<String> python = List.of(python(work));
    double theirs = Pairs.seconds(() -> run(work, python, "read", manifest, api, "items"));
    return new Result(
        "1M records in pages of 1,000 into the cache, heap of 256 MB (peak memory of the process "
            + outcome.peakMegabytes()
            + " MB)",
        PYTHON + " read > /dev/null",
        new Figures(List.of(outcome.seconds())),
        new Figures(List.of(theirs)),
        0.1);
  }

  private static Result slices(WorkFolder work, Path manifest, PagedApi api) throws Exception {
    Path cache = work.path("manifest-slices.duckdb");
    WorkFolder.deleteCache(cache);
    List<Double> seconds = new ArrayList<>();
    try (Connection connection = connect(cache, manifest, api, 1);
        Statement statement = connection.createStatement()) {
      for (int i = -WARM_UPS; i < 5; i++) {
        api.delay(i < 0 ? 0 : DELAY_MILLIS);
        double each =
            Pairs.seconds(
                () -> statement.execute("CALL airbyte.sync('slices', fullRefresh => true)"));
        if (i >= 0) {
          seconds.add(each);
        }
      }
    }
    return new Result(
        "200 slices of 50 ms, 20 at once, into the cache",
        "the ideal time",
        new Figures(seconds),
        new Figures(List.of(IDEAL_SECONDS)),
        1.2);
  }

  private static String python(WorkFolder work) throws Exception {
    return work.python("airbyte-cdk==7.39.1").resolve("source-declarative-manifest").toString();
  }

  /** A script beside the jar's module. */
  private static String bin(String script) throws Exception {
    URI jar = AirbyteDriver.class.getProtectionDomain().getCodeSource().getLocation().toURI();
    return Path.of(jar).resolve("../../../bin/" + script).normalize().toString();
  }
}
