/** The messages, catalogs and states of the Airbyte protocol as immutable values. */
@NullMarked
package org.airbytejdbc.connector.protocol;

import org.jspecify.annotations.NullMarked;
