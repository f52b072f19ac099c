/** What a response means: gone well, to be repeated, ignored or a failure. */
@NullMarked
package org.airbytejdbc.declarative.failure;

import org.jspecify.annotations.NullMarked;
