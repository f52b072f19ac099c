/** A statement as text: its words, its kind, and what is wrong with it. Knows no table. */
@NullMarked
package org.airbytejdbc.calcite.statement;

import org.jspecify.annotations.NullMarked;
