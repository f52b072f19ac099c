/** The decoders: the bytes of a response as values. */
@NullMarked
package org.airbytejdbc.declarative.decode;

import org.jspecify.annotations.NullMarked;
