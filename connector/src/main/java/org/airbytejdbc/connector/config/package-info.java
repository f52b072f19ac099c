/** A connector's configuration: where it comes from, its secrets, and its validation. */
@NullMarked
package org.airbytejdbc.connector.config;

import org.jspecify.annotations.NullMarked;
