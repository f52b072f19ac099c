@NullMarked
package org.airbytejdbc.driver.command;

import org.jspecify.annotations.NullMarked;
