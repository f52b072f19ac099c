@NullMarked
package org.airbytejdbc.driver.settings;

import org.jspecify.annotations.NullMarked;
