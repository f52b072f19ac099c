/**
 * Connectors as owned processes: started, listened to, ended with their whole tree.
 *
 * <p>{@link ProcessConnector} makes one {@code ConnectorRun} a call: the {@link Launcher} says how
 * to start the {@link RunningProgram}, here a {@code ConnectorProcess}; {@code RunVerdict} judges
 * how it went.
 */
@NullMarked
package org.airbytejdbc.connector.launch;

import org.jspecify.annotations.NullMarked;
