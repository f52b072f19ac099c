/**
 * The connectors that are published, as Airbyte's registry lists them: their names, versions, how
 * each ships and where its documentation is.
 */
@NullMarked
package org.airbytejdbc.connector.registry;

import org.jspecify.annotations.NullMarked;
