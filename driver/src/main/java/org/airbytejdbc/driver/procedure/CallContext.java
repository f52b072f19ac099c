package org.airbytejdbc.driver.procedure;

import static java.util.Objects.requireNonNull;

import java.util.function.Function;
import org.airbytejdbc.cache.Freshness;
import org.airbytejdbc.cache.SyncOptions;
import org.airbytejdbc.calcite.AttachedSources;
import org.airbytejdbc.connector.RunOptions;

/**
 * What a procedure works with.
 *
 * @param schema the current one
 * @param sync the options of this call's syncs, from whether they are full refreshes
 */
public record CallContext(
    AttachedSources sources,
    String schema,
    Freshness freshness,
    Function<Boolean, SyncOptions> sync,
    SourceList list,
    Export export) {
  public CallContext {
    requireNonNull(sources, "sources");
    requireNonNull(schema, "schema");
    requireNonNull(freshness, "freshness");
    requireNonNull(sync, "sync");
    requireNonNull(list, "list");
    requireNonNull(export, "export");
  }

  ConnectorPackages packages() {
    return list.packages();
  }

  /** How connectors are run for this call. */
  RunOptions run() {
    return sync.apply(false).run();
  }
}
