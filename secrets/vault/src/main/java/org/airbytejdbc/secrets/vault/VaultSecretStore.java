package org.airbytejdbc.secrets.vault;

import java.nio.file.Path;
import org.airbytejdbc.connector.secret.SecretSource;
import org.airbytejdbc.connector.secret.SecretStore;

/**
 * HashiCorp's Vault in a list of places: {@code vault:secret/shop} for the fields of what is kept
 * at that path of a key-value engine, of either version.
 */
public final class VaultSecretStore implements SecretStore {
  @Override
  public String name() {
    return "vault";
  }

  @Override
  public SecretSource open(String address, Path base) {
    if (!address.matches("[^/]+(/[^/]+)+")) {
      throw new IllegalArgumentException("'" + address + "' is no ENGINE/PATH");
    }
    return new VaultSecrets(address);
  }
}
