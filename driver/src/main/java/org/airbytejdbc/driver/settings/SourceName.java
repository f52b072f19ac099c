package org.airbytejdbc.driver.settings;

import java.util.Locale;
import java.util.Set;

/** The name of a source, which is an SQL schema. */
final class SourceName {
  private static final Set<String> RESERVED =
      Set.of(
          "main",
          "temp",
          "system",
          "information_schema",
          "pg_catalog",
          "airbyte",
          "_airbyte",
          "airbyte_cache");
  private static final int LONGEST = 128;

  private SourceName() {}

  /** The name that a connector gives its source: {@code source-my-shop} is {@code my_shop}. */
  static String of(String connector) {
    String name = connector.toLowerCase(Locale.ROOT).replaceFirst("^source-(?=.)", "");
    String plain = name.replaceAll("[^a-z0-9]", "_");
    return Character.isDigit(plain.charAt(0)) ? "_" + plain : plain;
  }

  /**
   * The name, if a schema can be called so.
   *
   * @param place begins the message if not
   */
  static String require(String place, String name) {
    if (RESERVED.contains(name.toLowerCase(Locale.ROOT))) {
      throw new SettingsException(
          place + "a source cannot be called '" + name + "', which is a schema of the engine's own",
          "Give it another name");
    }
    if (name.isBlank()
        || name.length() > LONGEST
        || name.chars().anyMatch(Character::isISOControl)) {
      throw new SettingsException(
          place + "a source's name has 1 to " + LONGEST + " printable characters",
          "Give it another name");
    }
    return name;
  }
}
