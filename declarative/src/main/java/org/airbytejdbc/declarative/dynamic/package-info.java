/** Streams that a manifest does not list: made of a template by what an API or a config tells. */
@NullMarked
package org.airbytejdbc.declarative.dynamic;

import org.jspecify.annotations.NullMarked;
