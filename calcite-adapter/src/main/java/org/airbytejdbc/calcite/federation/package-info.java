/**
 * Statements over several caches: {@link FederatedPlanner} cuts them with Calcite into what each
 * engine can do alone and what is left, {@link Federation} has it done.
 */
@NullMarked
package org.airbytejdbc.calcite.federation;

import org.jspecify.annotations.NullMarked;
