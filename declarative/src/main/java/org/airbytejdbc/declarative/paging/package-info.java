/** The next page: how it is found and how it is asked for. */
@NullMarked
package org.airbytejdbc.declarative.paging;

import org.jspecify.annotations.NullMarked;
