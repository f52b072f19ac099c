/**
 * The command line: {@code java -jar airbyte-jdbc.jar query URL SQL}. Rows go to standard output,
 * progress and errors to standard error.
 */
@NullMarked
package org.airbytejdbc.driver.command;

import org.jspecify.annotations.NullMarked;
