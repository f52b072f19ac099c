package org.airbytejdbc.driver.metadata;

import java.util.List;
import java.util.Set;
import org.airbytejdbc.cache.catalog.Column;
import org.airbytejdbc.cache.catalog.SourceCatalog;
import org.airbytejdbc.cache.catalog.StreamTable;
import org.airbytejdbc.connector.protocol.AirbyteStream;
import org.airbytejdbc.connector.protocol.StreamName;
import org.airbytejdbc.connector.protocol.SyncMode;
import org.airbytejdbc.connector.schema.AirbyteType;
import org.airbytejdbc.connector.schema.AirbyteType.Simple;

/** Catalogs as no connector gave them, with names and types that metadata has to get right. */
final class MadeUpCatalog {
  /** Two sources with a stream of each type, composite keys, and names that SQL has to quote. */
  static final List<SourceCatalog> SHOP =
      List.of(
          catalog(
              "shop",
              1,
              table("shop", "users", List.of("id"), column("id", Simple.INTEGER, "The key")),
              table(
                  "shop",
                  "big_events",
                  List.of("day", "id"),
                  column("id", Simple.STRING, ""),
                  column("day", Simple.DATE, ""),
                  column("price", new AirbyteType.Decimal(10, 2), ""),
                  column("payload", Simple.JSON, ""),
                  column("at", Simple.TIMESTAMP_WITH_TIMEZONE, ""))),
          catalog("o'dd \"schema", 2, table("o'dd \"schema", "bigxevents", List.of())));

  private MadeUpCatalog() {}

  static SourceCatalog catalog(String source, long version, StreamTable... tables) {
    return new SourceCatalog(source, List.of(tables), version);
  }

  static StreamTable table(String schema, String name, List<String> key, Column... columns) {
    AirbyteStream stream =
        new AirbyteStream(StreamName.of(name), "{}", Set.of(SyncMode.FULL_REFRESH));
    return new StreamTable(schema, name, stream, List.of(columns), key);
  }

  static Column column(String name, AirbyteType type, String description) {
    return new Column(name, name, type, description);
  }
}
