/** Secrets of connectors' configs in Google Secret Manager. */
@NullMarked
package org.airbytejdbc.secrets.google;

import org.jspecify.annotations.NullMarked;
