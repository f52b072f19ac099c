/** What a manifest does to a config before its streams see it: migrations, checks, additions. */
@NullMarked
package org.airbytejdbc.declarative.config;

import org.jspecify.annotations.NullMarked;
