/**
 * The driver: {@link AirbyteDriver} takes a URL, {@link org.airbytejdbc.driver.settings} reads it,
 * {@link ConnectionFactory} puts the rooms together, and {@link org.airbytejdbc.driver.jdbc} is the
 * connection that comes out.
 */
@NullMarked
package org.airbytejdbc.driver;

import org.jspecify.annotations.NullMarked;
