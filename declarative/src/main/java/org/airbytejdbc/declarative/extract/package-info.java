/** The records of a response. */
@NullMarked
package org.airbytejdbc.declarative.extract;

import org.jspecify.annotations.NullMarked;
