package org.airbytejdbc.connector.protocol;

import java.util.List;

/** The streams that a read is asked for. */
public record ConfiguredCatalog(List<ConfiguredStream> streams) {
  public ConfiguredCatalog {
    streams = List.copyOf(streams);
  }
}
