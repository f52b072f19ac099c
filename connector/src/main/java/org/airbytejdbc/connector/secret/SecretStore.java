package org.airbytejdbc.connector.secret;

import java.nio.file.Path;

/**
 * A kind of place for secrets. Modules bring more of them, found by {@link
 * java.util.ServiceLoader}.
 */
public interface SecretStore {
  /** What the kind is called in a list of places, such as {@code dotenv}. */
  String name();

  /**
   * The secrets of one such place; it is looked at when a secret is first asked for.
   *
   * @param address which one, as it stands behind the kind's name and a colon; empty for the usual
   *     one
   * @param base where a relative path starts
   * @throws IllegalArgumentException if the address can be none
   */
  SecretSource open(String address, Path base);
}
