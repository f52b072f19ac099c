/** Records into tables: batches on disk, as columns of plain values or rewritten strictly. */
@NullMarked
package org.airbytejdbc.cache.load;

import org.jspecify.annotations.NullMarked;
