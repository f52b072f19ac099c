/** Secrets of connectors' configs in AWS Secrets Manager. */
@NullMarked
package org.airbytejdbc.secrets.aws;

import org.jspecify.annotations.NullMarked;
