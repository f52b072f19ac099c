package org.airbytejdbc.cache;

import static java.util.stream.Collectors.toSet;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.airbytejdbc.cache.CacheLocation.DuckDbFile;
import org.airbytejdbc.cache.Freshness.Touched;
import org.airbytejdbc.cache.SourceSettings.SyncStrategy;
import org.airbytejdbc.cache.catalog.SourceCatalog;
import org.airbytejdbc.cache.catalog.StreamTable;
import org.airbytejdbc.connector.Cancellation;
import org.airbytejdbc.connector.RunOptions;
import org.airbytejdbc.connector.config.ConnectorConfig;
import org.airbytejdbc.connector.launch.ExecutableLauncher;
import org.airbytejdbc.connector.launch.ProcessConnector;
import org.airbytejdbc.testing.ScriptedConnector;

/** A cache in a folder, with scripted connectors as its sources; for tests, which close it. */
public final class Lab implements AutoCloseable {
  private final Path folder;
  private final Cache cache;
  private final Freshness freshness = new Freshness();

  /** With a cache in the file {@code cache.duckdb}. */
  public Lab(Path folder) {
    this(folder, new DuckDbFile(folder.resolve("cache.duckdb")), CacheSettings.DEFAULT);
  }

  public Lab(Path folder, CacheLocation location, CacheSettings settings) {
    this.folder = folder;
    this.cache = new Caches().open(location, settings);
  }

  public Cache cache() {
    return cache;
  }

  /** A connector of that name, without streams yet. */
  public ScriptedConnector connector(String name) {
    return new ScriptedConnector(folder, name);
  }

  /** A source called {@code shop}. */
  public Source source(ScriptedConnector connector) {
    return source("shop", connector, SyncStrategy.AUTO);
  }

  /** A source called {@code shop}, whose connector another process has written. */
  public Source existingSource(ScriptedConnector connector) {
    return source("shop", connector.executable(), SourceSettings.DEFAULT);
  }

  public Source source(String name, ScriptedConnector connector, SyncStrategy strategy) {
    return source(
        name,
        connector,
        new SourceSettings(List.of(), strategy, SourceSettings.DEFAULT.undeclared()));
  }

  public Source source(String name, ScriptedConnector connector, SourceSettings settings) {
    return source(name, connector.write(), settings);
  }

  private static Source source(String name, Path executable, SourceSettings settings) {
    return new Source(
        name,
        new ProcessConnector("source-" + name, new ExecutableLauncher(executable)),
        new ConnectorConfig("{}"),
        settings);
  }

  public SourceCatalog catalog(Source source) {
    return cache.catalog(source, false, RunOptions.defaults());
  }

  /** Asks the connector for its streams, whatever is known. */
  public SourceCatalog rediscover(Source source) {
    return cache.catalog(source, true, RunOptions.defaults());
  }

  public StreamTable table(Source source, String name) {
    return catalog(source).table(name).orElseThrow();
  }

  /** What a statement that names these tables touches; all tables if none is named. */
  public Touched touched(Source source, String... tables) {
    SourceCatalog catalog = catalog(source);
    Set<String> named =
        tables.length == 0
            ? catalog.tables().stream().map(StreamTable::table).collect(toSet())
            : Set.of(tables);
    return new Touched(
        cache,
        source,
        catalog.tables().stream().filter(t -> named.contains(t.table())).collect(toSet()));
  }

  /** Reads now. */
  public List<SyncReport> sync(Source source, String... tables) {
    return ensure(FreshnessPolicy.NOW, options(false), touched(source, tables));
  }

  /** Reads from the beginning, now. */
  public List<SyncReport> fullRefresh(Source source, String... tables) {
    return ensure(FreshnessPolicy.NOW, options(true), touched(source, tables));
  }

  public List<SyncReport> ensure(FreshnessPolicy policy, SyncOptions options, Touched... touched) {
    return freshness.ensure(List.of(touched), policy, options);
  }

  public static SyncOptions options(boolean fullRefresh) {
    return new SyncOptions(RunOptions.defaults(), SyncListener.SILENT, fullRefresh);
  }

  public static SyncOptions options(Cancellation cancellation) {
    RunOptions defaults = RunOptions.defaults();
    return new SyncOptions(
        new RunOptions(cancellation, defaults.idleTimeout(), defaults.listener()),
        SyncListener.SILENT,
        false);
  }

  public static CacheSettings lockTimeout(Duration timeout) {
    return new CacheSettings(timeout);
  }

  /** The rows of a query, each as its values' texts with {@code |} between them. */
  public List<String> query(String sql) {
    try (Cache.Session session = cache.open(Cancellation.none());
        Statement statement = session.connection().createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      List<String> rows = new ArrayList<>();
      while (result.next()) {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          values.add(result.getString(i));
        }
        rows.add(String.join("|", values.stream().map(String::valueOf).toList()));
      }
      return rows;
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }

  /** The query's only value. */
  public String value(String sql) {
    return String.join(";", query(sql));
  }

  /** A STREAM state, as a step of the connector. */
  public static String state(String stream, String state) {
    return """
        {"message": {"type": "STATE", "state": {"type": "STREAM", "stream":
          {"stream_descriptor": {"name": "%s"}, "stream_state": %s}}}}"""
        .formatted(stream, state);
  }

  /** A RECORD, as a step of the connector. */
  public static String record(String stream, String data) {
    return "{\"record\": [\"" + stream + "\", " + data + "]}";
  }

  /** Steps one after the other. */
  public static String[] steps(Stream<String> first, String... more) {
    return Stream.concat(first, Stream.of(more)).toArray(String[]::new);
  }

  @Override
  public void close() {
    cache.close();
  }
}
