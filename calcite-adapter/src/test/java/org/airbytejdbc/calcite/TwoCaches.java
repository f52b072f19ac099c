package org.airbytejdbc.calcite;

import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.airbytejdbc.cache.Cache;
import org.airbytejdbc.cache.CacheLocation;
import org.airbytejdbc.cache.CacheSettings;
import org.airbytejdbc.cache.Caches;
import org.airbytejdbc.cache.Source;
import org.airbytejdbc.cache.SourceSettings;
import org.airbytejdbc.cache.catalog.SourceCatalog;
import org.airbytejdbc.cache.catalog.StreamTable;
import org.airbytejdbc.cache.duckdb.DuckDbTypes;
import org.airbytejdbc.connector.Cancellation;
import org.airbytejdbc.connector.ConnectorFinder;
import org.airbytejdbc.connector.ConnectorReference;
import org.airbytejdbc.connector.config.ConnectorConfig;
import org.airbytejdbc.testing.ScriptedConnector;

/** Two caches, one in memory and one in a file, to be filled with tables. */
public final class TwoCaches implements AutoCloseable {
  private final Path folder;
  private final Cache inMemory;
  private final Cache inFile;

  public TwoCaches(Path folder) {
    Caches caches = new Caches();
    this.folder = folder;
    inMemory = caches.open(new CacheLocation.InMemory("test"), CacheSettings.DEFAULT);
    inFile =
        caches.open(
            new CacheLocation.DuckDbFile(folder.resolve("team.duckdb")), CacheSettings.DEFAULT);
  }

  public Cache inMemory() {
    return inMemory;
  }

  public Cache inFile() {
    return inFile;
  }

  /** A source with these streams; its connector is never run. */
  public AttachedSource source(String name, Cache cache, StreamTable... tables) {
    ConnectorReference reference =
        new ConnectorReference(
            "source-" + name,
            Optional.of(new ScriptedConnector(folder, name).write()),
            Optional.empty(),
            Optional.empty());
    Source source =
        new Source(
            name,
            new ConnectorFinder(folder).find(reference),
            new ConnectorConfig("{}"),
            SourceSettings.DEFAULT);
    return new AttachedSource(source, cache, new SourceCatalog(name, List.of(tables), 1));
  }

  /** Makes the stream's table with the rows of a VALUES. */
  public void fill(Cache cache, StreamTable table, String values) throws SQLException {
    String columns =
        String.join(
            ", ",
            table.columns().stream()
                .map(column -> '"' + column.name() + "\" " + DuckDbTypes.ddl(column.type()))
                .toList());
    try (Cache.Session session = cache.open(Cancellation.none());
        Statement statement = session.connection().createStatement()) {
      statement.execute("CREATE SCHEMA IF NOT EXISTS " + table.schema());
      statement.execute("CREATE TABLE " + table.sqlName() + " (" + columns + ")");
      statement.execute("INSERT INTO " + table.sqlName() + " VALUES " + values);
    }
  }

  @Override
  public void close() {
    inMemory.close();
    inFile.close();
  }
}
