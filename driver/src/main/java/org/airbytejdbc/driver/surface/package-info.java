/**
 * The long interfaces of {@code java.sql} cut by idea: each interface here answers the calls of one
 * idea by default, so that the classes which implement them hold only what is ours.
 */
@NullMarked
package org.airbytejdbc.driver.surface;

import org.jspecify.annotations.NullMarked;
