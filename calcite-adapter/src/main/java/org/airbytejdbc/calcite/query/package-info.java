/** What a query is made of, by Calcite's parser or the engine's: tables, names, columns. */
@NullMarked
package org.airbytejdbc.calcite.query;

import org.jspecify.annotations.NullMarked;
