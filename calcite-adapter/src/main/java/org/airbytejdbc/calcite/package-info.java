/**
 * Streams as Calcite tables, and how a statement runs: {@link Statements} turns a text into a
 * {@link RoutedStatement}.
 */
@NullMarked
package org.airbytejdbc.calcite;

import org.jspecify.annotations.NullMarked;
