package org.airbytejdbc.connector.protocol;

import java.util.List;

/** The streams of a source, in the order that it named them. */
public record AirbyteCatalog(List<AirbyteStream> streams) {
  public AirbyteCatalog {
    streams = List.copyOf(streams);
  }
}
