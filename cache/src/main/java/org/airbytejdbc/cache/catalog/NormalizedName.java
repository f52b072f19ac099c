package org.airbytejdbc.cache.catalog;

import java.util.Locale;
import org.airbytejdbc.connector.Sha256;

/**
 * Names as PyAirbyte writes them: lower case, and nothing but ASCII letters, digits and {@code _}.
 */
final class NormalizedName {
  private static final int HASH_LENGTH = 8;

  private NormalizedName() {}

  /**
   * @param kind begins the name that stands for one in which no letter or digit is left
   */
  static String of(String raw, String kind) {
    String name = raw.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "_");
    if (name.chars().allMatch(c -> c == '_')) {
      return kind + "_" + Sha256.of(raw).substring(0, HASH_LENGTH);
    }
    return Character.isDigit(name.charAt(0)) ? "_" + name : name;
  }
}
