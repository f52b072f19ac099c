package org.airbytejdbc.connector;

import java.util.Locale;
import java.util.regex.Pattern;
import org.airbytejdbc.connector.ConnectorException.Kind;

/** What connectors and their versions can be called; all else never reaches a tool or a path. */
final class ConnectorNames {
  /** All that Airbyte publishes are called so; no other program on PATH is ever run. */
  static final Pattern PUBLISHED = Pattern.compile("(source|destination)(-[a-z0-9]+)+");

  private static final Pattern OWN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
  private static final Pattern VERSION = Pattern.compile("[0-9][0-9A-Za-z.!+_-]{0,63}");
  private static final String PACKAGE_PREFIX = "airbyte-";

  private ConnectorNames() {}

  /** A package's name is as good as its connector's. */
  static String shortName(String name) {
    return name.startsWith(PACKAGE_PREFIX) ? name.substring(PACKAGE_PREFIX.length()) : name;
  }

  static boolean isPublished(String name) {
    return PUBLISHED.matcher(name).matches();
  }

  /** Fails for what no published connector can be called. */
  static void requirePublished(String name) {
    if (!isPublished(name)) {
      throw unknown(name);
    }
  }

  /** Fails for what not even a connector of the user's own can be called. */
  static void requireOwn(String name) {
    if (!OWN.matcher(name).matches()) {
      throw unknown(name);
    }
  }

  static void requireVersion(String name, String version) {
    if (!VERSION.matcher(version).matches()) {
      throw new ConnectorException(
          Kind.INSTALL_FAILED,
          name + ": the version that is asked for is none that a package can have",
          "Give one such as version=7.2.1, or none for the newest");
    }
  }

  private static ConnectorException unknown(String name) {
    String usual = name.toLowerCase(Locale.ROOT);
    String meant = usual.startsWith("source-") ? usual : "source-" + usual;
    return new ConnectorException(
        Kind.UNKNOWN_CONNECTOR,
        "There is no connector " + name,
        (isPublished(meant) ? "Did you mean " + meant + "? " : "")
            + "Connectors are called source-…, such as source-faker;"
            + " executable=PATH runs one of your own");
  }
}
