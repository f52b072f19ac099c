@NullMarked
package org.airbytejdbc.driver.jdbc;

import org.jspecify.annotations.NullMarked;
