package org.airbytejdbc.connector.secret;

import java.util.Map;
import java.util.Optional;

/** Secrets in environment variables. */
public final class EnvironmentSecrets implements SecretSource {
  private final Map<String, String> variables;

  /** The environment of this process. */
  public EnvironmentSecrets() {
    this(System.getenv());
  }

  public EnvironmentSecrets(Map<String, String> variables) {
    this.variables = variables;
  }

  @Override
  public Optional<String> find(String name) {
    return Optional.ofNullable(variables.get(name));
  }

  @Override
  public String description() {
    return "the environment";
  }
}
