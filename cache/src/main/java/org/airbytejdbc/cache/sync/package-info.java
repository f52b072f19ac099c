/** One run of one source: records to staging, data and state committed together. */
@NullMarked
package org.airbytejdbc.cache.sync;

import org.jspecify.annotations.NullMarked;
