/**
 * Connectors as owned processes: started, listened to, ended with their whole tree.
 *
 * <p>{@link ProcessConnector} makes one {@code ConnectorRun} a call: the {@link Launcher} says what
 * to start, {@code ConnectorProcess} starts and ends it, {@code RunVerdict} judges how it went.
 */
@NullMarked
package org.airbytejdbc.connector.launch;

import org.jspecify.annotations.NullMarked;
