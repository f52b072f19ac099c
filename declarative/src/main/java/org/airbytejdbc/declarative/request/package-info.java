/** The requests of a manifest: composed, authenticated, sent, judged and tried again. */
@NullMarked
package org.airbytejdbc.declarative.request;

import org.jspecify.annotations.NullMarked;
