/** What is done to a cache by hand: forgetting, setting right, cleaning up. */
@NullMarked
package org.airbytejdbc.cache.upkeep;

import org.jspecify.annotations.NullMarked;
