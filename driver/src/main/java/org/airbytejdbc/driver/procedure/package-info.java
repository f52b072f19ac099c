/**
 * What {@code CALL airbyte.…} can do: one class a procedure, listed in {@link
 * org.airbytejdbc.driver.procedure.Procedures}.
 */
@NullMarked
package org.airbytejdbc.driver.procedure;

import org.jspecify.annotations.NullMarked;
