/** The authenticators: what makes a request one of ours. */
@NullMarked
package org.airbytejdbc.declarative.auth;

import org.jspecify.annotations.NullMarked;
