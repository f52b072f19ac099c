package org.airbytejdbc.secrets.google;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.airbytejdbc.connector.secret.SecretSource;
import org.airbytejdbc.connector.secret.SecretStore;

/**
 * Google Secret Manager in a list of places: {@code google:my-project}, or {@code
 * google:my-project/team-} for the secrets whose names begin with {@code team-}.
 */
public final class GoogleSecretStore implements SecretStore {
  private static final Pattern ADDRESS = Pattern.compile("([a-z0-9.:-]+)(?:/([\\w-]*))?");

  @Override
  public String name() {
    return "google";
  }

  @Override
  public SecretSource open(String address, Path base) {
    Matcher parts = ADDRESS.matcher(address);
    if (!parts.matches()) {
      throw new IllegalArgumentException("'" + address + "' is no PROJECT/PREFIX");
    }
    return new GoogleSecrets(
        parts.group(1),
        Optional.ofNullable(parts.group(2)).orElse(""),
        Optional.ofNullable(System.getProperty("google.secretmanager.endpoint")));
  }
}
