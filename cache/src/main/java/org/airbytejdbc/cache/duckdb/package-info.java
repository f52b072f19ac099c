/** The DuckDB file: held only while it is used, shared by threads and processes. */
@NullMarked
package org.airbytejdbc.cache.duckdb;

import org.jspecify.annotations.NullMarked;
