package org.airbytejdbc.driver;

import org.airbytejdbc.cache.SyncListener;
import org.airbytejdbc.connector.ConnectorListener;

/**
 * Hears what connectors and syncs do for an application's connections: a package that is installed,
 * how far a sync is, a config that its connector has changed. Called on the working threads, from
 * several at once; must be quick. What it throws is logged and has no other effect.
 */
public interface ConnectionListener extends ConnectorListener, SyncListener {}
