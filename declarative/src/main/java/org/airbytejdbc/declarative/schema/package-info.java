/** What a stream's records look like, as a JSON Schema. */
@NullMarked
package org.airbytejdbc.declarative.schema;

import org.jspecify.annotations.NullMarked;
