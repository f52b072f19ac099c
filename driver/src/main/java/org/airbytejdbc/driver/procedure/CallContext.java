package org.airbytejdbc.driver.procedure;

import java.util.function.Function;
import org.airbytejdbc.cache.Freshness;
import org.airbytejdbc.cache.SyncOptions;
import org.airbytejdbc.calcite.AttachedSources;

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
    Function<Boolean, SyncOptions> sync) {}
