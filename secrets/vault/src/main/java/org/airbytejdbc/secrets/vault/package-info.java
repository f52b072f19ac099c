/** Secrets of connectors' configs in HashiCorp's Vault. */
@NullMarked
package org.airbytejdbc.secrets.vault;

import org.jspecify.annotations.NullMarked;
