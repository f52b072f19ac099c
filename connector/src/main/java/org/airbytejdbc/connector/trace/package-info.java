/** What a connector does for one slice of a stream, step by step. */
@NullMarked
package org.airbytejdbc.connector.trace;

import org.jspecify.annotations.NullMarked;
