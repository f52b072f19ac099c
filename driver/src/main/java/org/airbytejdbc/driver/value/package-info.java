/**
 * Values that callers make or take as objects of their own: long texts and bytes, arrays and
 * structures.
 */
@NullMarked
package org.airbytejdbc.driver.value;

import org.jspecify.annotations.NullMarked;
