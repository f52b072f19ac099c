package org.airbytejdbc.connector.registry;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What someone probably meant who wrote a name that is none. */
public final class NearestName {
  private static final int MOST_TYPOS = 2;

  private NearestName() {}

  /** The name with the fewest typos, of equals the first by alphabet; empty if none is near. */
  public static Optional<String> among(Collection<String> names, String written) {
    return names.stream()
        .distinct()
        .filter(name -> Math.abs(name.length() - written.length()) <= MOST_TYPOS)
        .map(name -> Map.entry(name, typos(name, written)))
        .filter(entry -> entry.getValue() <= MOST_TYPOS)
        .min(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey);
  }

  /** Letters to insert, remove or replace to make one word the other, letter case aside. */
  private static int typos(String known, String written) {
    String one = known.toLowerCase(Locale.ROOT);
    String other = written.toLowerCase(Locale.ROOT);
    int[] above = new int[other.length() + 1];
    Arrays.setAll(above, column -> column);
    for (int row = 1; row <= one.length(); row++) {
      int[] current = new int[other.length() + 1];
      current[0] = row;
      for (int column = 1; column <= other.length(); column++) {
        int replaced = one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1;
        current[column] =
            Math.min(
                above[column - 1] + replaced, 1 + Math.min(above[column], current[column - 1]));
      }
      above = current;
    }
    return above[other.length()];
  }
}
