package org.airbytejdbc.connector.secret;

import java.util.Optional;
import org.airbytejdbc.connector.ConnectorException;
import org.airbytejdbc.connector.ConnectorException.Kind;

/** A place where secrets are kept by name. Thread-safe. */
public interface SecretSource {
  /** The secret's value; empty if this place has none of that name. */
  Optional<String> find(String name);

  /** What to call this place in an error, such as {@code "the environment"}. */
  String description();

  /**
   * The error of a place that cannot tell whether it has the secret.
   *
   * @param guidance what to check
   * @param why whose message holds no secret
   */
  default ConnectorException unanswered(String name, String guidance, Exception why) {
    return new ConnectorException(
        Kind.MISSING_SECRET,
        "%s cannot be asked for %s: %s".formatted(description(), name, why.getMessage()),
        guidance,
        why);
  }
}
