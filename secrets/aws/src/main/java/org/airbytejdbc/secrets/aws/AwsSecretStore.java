package org.airbytejdbc.secrets.aws;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.airbytejdbc.connector.secret.SecretSource;
import org.airbytejdbc.connector.secret.SecretStore;
import software.amazon.awssdk.regions.Region;

/**
 * AWS Secrets Manager in a list of places: {@code aws}, {@code aws:eu-central-1}, or {@code
 * aws:eu-central-1/team/} for the secrets whose names begin with {@code team/}.
 */
public final class AwsSecretStore implements SecretStore {
  private static final Pattern ADDRESS = Pattern.compile("([a-z0-9-]*)(?:/(.*))?");

  @Override
  public String name() {
    return "aws";
  }

  @Override
  public SecretSource open(String address, Path base) {
    Matcher parts = ADDRESS.matcher(address);
    if (!parts.matches()) {
      throw new IllegalArgumentException("'" + address + "' is no REGION/PREFIX");
    }
    return new AwsSecrets(
        Optional.of(parts.group(1)).filter(region -> !region.isEmpty()).map(Region::of),
        Optional.ofNullable(parts.group(2)).orElse(""));
  }
}
