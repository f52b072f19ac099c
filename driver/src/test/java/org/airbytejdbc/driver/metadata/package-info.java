@NullMarked
package org.airbytejdbc.driver.metadata;

import org.jspecify.annotations.NullMarked;
