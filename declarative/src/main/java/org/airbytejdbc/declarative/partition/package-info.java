/** The partitions of a stream: from a list, from its parents, grouped. */
@NullMarked
package org.airbytejdbc.declarative.partition;

import org.jspecify.annotations.NullMarked;
