/** Requests as a manifest composes them, sent as its author allows. */
@NullMarked
package org.airbytejdbc.declarative.http;

import org.jspecify.annotations.NullMarked;
