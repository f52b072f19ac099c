/** What a run does, step by step, for the authors of manifests. */
@NullMarked
package org.airbytejdbc.declarative.trace;

import org.jspecify.annotations.NullMarked;
