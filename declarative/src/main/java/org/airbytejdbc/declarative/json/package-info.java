/** JSON as the plain values of expressions, and records left as they came. */
@NullMarked
package org.airbytejdbc.declarative.json;

import org.jspecify.annotations.NullMarked;
