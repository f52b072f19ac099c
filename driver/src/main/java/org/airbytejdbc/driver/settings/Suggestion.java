package org.airbytejdbc.driver.settings;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.airbytejdbc.connector.registry.NearestName;
import org.airbytejdbc.driver.settings.ConnectionProperty.Scope;

/** What to say about a name that is not a property's. */
final class Suggestion {
  private static final Pattern LIKE_A_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,40}");

  private Suggestion() {}

  /** The name for a message, unless it may be a piece of something that must not be shown. */
  static String shown(String key) {
    return shown(key, LIKE_A_NAME.matcher(key).matches());
  }

  /** The same for what stands alone: the rest of a secret that holds an &amp; does so too. */
  static String shownIfKnown(String key) {
    return shown(key, ConnectionProperty.named(key).isPresent());
  }

  private static String shown(String key, boolean harmless) {
    return harmless ? "Property '" + key + "'" : "Something that is no property's name";
  }

  /** The property that was probably meant, else all that could have been. */
  static String of(String key, Predicate<Scope> belongs) {
    List<String> keys =
        Arrays.stream(ConnectionProperty.values())
            .filter(property -> property.effective() && belongs.test(property.scope()))
            .map(ConnectionProperty::key)
            .toList();
    return among(keys, key);
  }

  /** The key that was probably meant, else all that could have been. */
  static String among(List<String> keys, String key) {
    return NearestName.among(keys, key)
        .map(near -> "Did you mean '" + near + "'?")
        .orElseGet(
            () ->
                "Known are "
                    + keys.stream()
                        .sorted(Comparator.naturalOrder())
                        .collect(Collectors.joining(", ")));
  }
}
