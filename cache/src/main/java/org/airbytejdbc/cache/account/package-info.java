/** What a cache knows of its sources, for people to look at. */
@NullMarked
package org.airbytejdbc.cache.account;

import org.jspecify.annotations.NullMarked;
