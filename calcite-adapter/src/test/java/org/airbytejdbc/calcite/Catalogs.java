package org.airbytejdbc.calcite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.airbytejdbc.cache.catalog.Column;
import org.airbytejdbc.cache.catalog.MetadataColumns;
import org.airbytejdbc.cache.catalog.SourceCatalog;
import org.airbytejdbc.cache.catalog.StreamTable;
import org.airbytejdbc.connector.protocol.AirbyteStream;
import org.airbytejdbc.connector.protocol.StreamName;
import org.airbytejdbc.connector.protocol.SyncMode;
import org.airbytejdbc.connector.schema.AirbyteType;
import org.airbytejdbc.connector.schema.AirbyteType.Simple;

/** Catalogs as discovery would make them. */
public final class Catalogs {
  static final SourceCatalog FAKER =
      catalog(
          "faker",
          table("faker", "users", column("id", Simple.INTEGER), column("name", Simple.STRING)),
          table("faker", "purchases", column("id", Simple.INTEGER)),
          table("faker", "products", column("id", Simple.INTEGER)),
          table("faker", "Order Items", column("id", Simple.INTEGER)));

  static final SourceCatalog CRM =
      catalog(
          "crm",
          table("crm", "contacts", column("id", Simple.INTEGER)),
          table("crm", "users", column("id", Simple.INTEGER)));

  private Catalogs() {}

  static SourceCatalog catalog(String source, StreamTable... tables) {
    return new SourceCatalog(source, List.of(tables), 1);
  }

  /** Without the metadata columns. */
  public static StreamTable streamOnly(String schema, String name, Column... columns) {
    return new StreamTable(schema, name, stream(name), List.of(columns), List.of());
  }

  static StreamTable table(String schema, String name, Column... columns) {
    List<Column> all = new ArrayList<>(Arrays.asList(columns));
    all.addAll(MetadataColumns.ALL);
    return new StreamTable(schema, name, stream(name), all, List.of());
  }

  private static AirbyteStream stream(String name) {
    return new AirbyteStream(
        StreamName.of(name), "{\"type\":\"object\"}", Set.of(SyncMode.FULL_REFRESH));
  }

  public static Column column(String name, AirbyteType type) {
    return new Column(name, name, type, "");
  }
}
