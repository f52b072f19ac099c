/** The connectors' states, stored with the data that they cover. */
@NullMarked
package org.airbytejdbc.cache.state;

import org.jspecify.annotations.NullMarked;
