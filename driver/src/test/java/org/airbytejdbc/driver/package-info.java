@NullMarked
package org.airbytejdbc.driver;

import org.jspecify.annotations.NullMarked;
