/** Views and tables that users have made for themselves, beside the streams. */
@NullMarked
package org.airbytejdbc.cache.own;

import org.jspecify.annotations.NullMarked;
