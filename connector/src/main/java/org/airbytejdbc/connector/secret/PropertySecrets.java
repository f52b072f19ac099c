package org.airbytejdbc.connector.secret;

import java.util.Optional;

/** Secrets in the JVM's system properties, such as {@code airbyte.secret.API_KEY}. */
final class PropertySecrets implements SecretSource {
  private static final String PREFIX = "airbyte.secret.";

  @Override
  public Optional<String> find(String name) {
    return Optional.ofNullable(System.getProperty(PREFIX + name));
  }

  @Override
  public String description() {
    return "the system properties " + PREFIX + "*";
  }
}
