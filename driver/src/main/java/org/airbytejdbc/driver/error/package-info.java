/** The one place where failures become SQLExceptions with a SQLState. */
@NullMarked
package org.airbytejdbc.driver.error;

import org.jspecify.annotations.NullMarked;
