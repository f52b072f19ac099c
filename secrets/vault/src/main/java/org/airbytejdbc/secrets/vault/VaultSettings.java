package org.airbytejdbc.secrets.vault;

import io.github.jopenlibs.vault.EnvironmentLoader;
import io.github.jopenlibs.vault.SslConfig;
import io.github.jopenlibs.vault.VaultConfig;
import io.github.jopenlibs.vault.VaultException;
import java.io.File;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where the server is and who asks, as every tool for Vault is told: {@code VAULT_ADDR}, {@code
 * VAULT_TOKEN} or the file {@code ~/.vault-token}, {@code VAULT_NAMESPACE}, {@code VAULT_CACERT}. A
 * system property such as {@code vault.addr} goes before the variable.
 */
final class VaultSettings extends EnvironmentLoader {
  private static final long serialVersionUID = 1L;

  /** Seconds, as the server may be behind a firewall that drops what it does not like. */
  private static final int PATIENCE = 30;

  @Override
  public @Nullable String loadVariable(String name) {
    String property = System.getProperty(name.toLowerCase(Locale.ROOT).replace('_', '.'));
    return property == null ? super.loadVariable(name) : property;
  }

  /** For a client that takes paths as they are. */
  VaultConfig config() throws VaultException {
    VaultConfig config =
        new VaultConfig()
            .environmentLoader(this)
            .engineVersion(1)
            .openTimeout(PATIENCE)
            .readTimeout(PATIENCE);
    String namespace = loadVariable("VAULT_NAMESPACE");
    if (namespace != null) {
      config.nameSpace(namespace);
    }
    String authority = loadVariable("VAULT_CACERT");
    if (authority != null) {
      config.sslConfig(new SslConfig().pemFile(new File(authority)).build());
    }
    return config.build();
  }
}
