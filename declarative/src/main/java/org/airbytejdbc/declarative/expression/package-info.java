/** The expressions of manifests: a subset of Jinja with Python's values and text. */
@NullMarked
package org.airbytejdbc.declarative.expression;

import org.jspecify.annotations.NullMarked;
