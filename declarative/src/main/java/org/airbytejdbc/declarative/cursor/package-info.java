/** How far a stream has been read, and what of it is left to read. */
@NullMarked
package org.airbytejdbc.declarative.cursor;

import org.jspecify.annotations.NullMarked;
