/**
 * The messages, catalogs and states of the Airbyte protocol as immutable values, and {@link
 * MessageReader} and {@link CatalogJson} between them and their bytes. A RECORD's data stays
 * unparsed: {@code RecordScanner} finds it by brackets and quotes.
 */
@NullMarked
package org.airbytejdbc.connector.protocol;

import org.jspecify.annotations.NullMarked;
