/** The streams as tables and columns, their names, and how they change. */
@NullMarked
package org.airbytejdbc.cache.catalog;

import org.jspecify.annotations.NullMarked;
