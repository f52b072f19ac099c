/**
 * Where the secrets are that a config names: the environment, files, the JVM's properties, or a
 * store that a module brings along.
 */
@NullMarked
package org.airbytejdbc.connector.secret;

import org.jspecify.annotations.NullMarked;
