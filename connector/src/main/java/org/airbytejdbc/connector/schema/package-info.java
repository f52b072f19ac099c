/** A stream's JSON Schema read into typed fields; nothing else looks at JSON Schema. */
@NullMarked
package org.airbytejdbc.connector.schema;

import org.jspecify.annotations.NullMarked;
