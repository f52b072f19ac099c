/** The way from a slice to its records. */
@NullMarked
package org.airbytejdbc.declarative.retrieve;

import org.jspecify.annotations.NullMarked;
