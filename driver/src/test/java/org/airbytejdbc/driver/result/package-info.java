@NullMarked
package org.airbytejdbc.driver.result;

import org.jspecify.annotations.NullMarked;
