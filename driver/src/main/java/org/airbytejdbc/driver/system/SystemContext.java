package org.airbytejdbc.driver.system;

import java.util.stream.Stream;
import org.airbytejdbc.cache.catalog.StreamTable;
import org.airbytejdbc.calcite.AttachedSource;
import org.airbytejdbc.calcite.AttachedSources;
import org.airbytejdbc.connector.Cancellation;

/**
 * What the tables tell of.
 *
 * @param sources those of the connection
 * @param cancellation ends the waiting for a cache
 */
public record SystemContext(AttachedSources sources, Cancellation cancellation) {
  /** All streams, source by source. */
  Stream<StreamTable> streams() {
    return sources.sources().stream()
        .map(AttachedSource::catalog)
        .flatMap(catalog -> catalog.tables().stream());
  }
}
