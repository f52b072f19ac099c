/**
 * What a connector is and how to run one: {@link Connector} has the four verbs of the Airbyte
 * protocol, {@link MessageStream} is a running read. Knows no SQL.
 */
@NullMarked
package org.airbytejdbc.connector;

import org.jspecify.annotations.NullMarked;
