/** Records into tables: batches on disk, parsed by the engine, exactly or strictly. */
@NullMarked
package org.airbytejdbc.cache.load;

import org.jspecify.annotations.NullMarked;
