/** What happens to a record between its response and the reader. */
@NullMarked
package org.airbytejdbc.declarative.transform;

import org.jspecify.annotations.NullMarked;
