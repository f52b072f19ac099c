@NullMarked
package org.airbytejdbc.driver.error;

import org.jspecify.annotations.NullMarked;
