package org.airbytejdbc.driver.settings;

import java.util.regex.Pattern;

/** The name of a connector, such as {@code source-faker}. */
final class ConnectorName {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

  private ConnectorName() {}

  /** Whether a connector can be called so; a path or a command cannot pass for one. */
  static boolean isOne(String name) {
    return FORM.matcher(name).matches();
  }
}
