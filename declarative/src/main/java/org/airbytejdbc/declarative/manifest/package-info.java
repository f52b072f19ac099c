/**
 * The text of a manifest as components: read, references resolved, parameters handed down; {@link
 * Component} reads one.
 */
@NullMarked
package org.airbytejdbc.declarative.manifest;

import org.jspecify.annotations.NullMarked;
