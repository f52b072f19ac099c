/**
 * What there is to query, as DatabaseMetaData: each call that gives rows is a query of its own over
 * the tables of {@link org.airbytejdbc.driver.metadata.CatalogTables}, in memory, so that browsing
 * waits for no cache file. What is true of all connections is cut by idea into interfaces of
 * defaults.
 */
@NullMarked
package org.airbytejdbc.driver.metadata;

import org.jspecify.annotations.NullMarked;
