/**
 * Rows as callers of JDBC expect them: {@link AirbyteResultSet} walks the engine's rows, a {@link
 * Cell} reads one column by its {@link ColumnType}. Nothing else converts values of results.
 */
@NullMarked
package org.airbytejdbc.driver.result;

import org.jspecify.annotations.NullMarked;
