package org.airbytejdbc.connector.secret;

import java.util.Optional;

/** A place where secrets are kept by name. Thread-safe. */
public interface SecretSource {
  /** The secret's value; empty if this place has none of that name. */
  Optional<String> find(String name);

  /** What to call this place in an error, such as {@code "the environment"}. */
  String description();
}
