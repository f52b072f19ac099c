/**
 * The tables of the schema {@code airbyte}, by which one finds one's way: one class a table, listed
 * in {@link org.airbytejdbc.driver.system.SystemTables}.
 */
@NullMarked
package org.airbytejdbc.driver.system;

import org.jspecify.annotations.NullMarked;
