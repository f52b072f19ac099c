/** Writes values as files of Parquet, in the plainest form that the engine reads. */
@NullMarked
package org.airbytejdbc.cache.parquet;

import org.jspecify.annotations.NullMarked;
