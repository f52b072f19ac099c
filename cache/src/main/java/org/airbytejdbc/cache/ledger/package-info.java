/** The one way to the cache's database, with the tables that keep account of the streams in it. */
@NullMarked
package org.airbytejdbc.cache.ledger;

import org.jspecify.annotations.NullMarked;
