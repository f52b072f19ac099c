/**
 * Runs connectors that are nothing but a YAML manifest: HTTP requests, paging, authentication,
 * cursors and expressions, all inside the JVM.
 */
@NullMarked
package org.airbytejdbc.declarative;

import org.jspecify.annotations.NullMarked;
