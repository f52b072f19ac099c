/**
 * A connection and its statements: {@link AirbyteConnection} is opened from a {@link
 * ConnectionContext}, and a statement's text walks from here to its rows.
 */
@NullMarked
package org.airbytejdbc.driver.jdbc;

import org.jspecify.annotations.NullMarked;
