package org.airbytejdbc.calcite;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Finds the names that a mistyped one may stand for. */
final class Nearby {
  private static final int MOST = 3;

  private Nearby() {}

  /** Such as {@code Did you mean users or user?}; what there is where nothing is near. */
  static String guidance(String name, Collection<String> known) {
    if (known.isEmpty()) {
      return "";
    }
    String wanted = name.toLowerCase(Locale.ROOT);
    List<String> near =
        known.stream()
            .distinct()
            .filter(other -> distance(wanted, lastPart(other)) <= tolerance(wanted))
            .sorted(Comparator.comparingInt(other -> distance(wanted, lastPart(other))))
            .limit(MOST)
            .toList();
    if (known.isEmpty()) {
      return "There is none.";
    }
    if (near.isEmpty()) {
      String all = known.stream().distinct().sorted().limit(20).collect(Collectors.joining(", "));
      return "There is " + all + (known.size() > 20 ? ", …" : "") + ".";
    }
    return "Did you mean " + String.join(" or ", near) + "?";
  }

  private static int tolerance(String name) {
    return name.length() < 4 ? 1 : Math.max(2, name.length() / 3);
  }

  private static String lastPart(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  /** Levenshtein's: how many letters must be put in, left out or changed. */
  private static int distance(String from, String to) {
    int[] above = new int[to.length() + 1];
    for (int i = 0; i <= to.length(); i++) {
      above[i] = i;
    }
    for (int row = 1; row <= from.length(); row++) {
      int[] current = new int[to.length() + 1];
      current[0] = row;
      for (int i = 1; i <= to.length(); i++) {
        int change = above[i - 1] + (from.charAt(row - 1) == to.charAt(i - 1) ? 0 : 1);
        current[i] = Math.min(change, 1 + Math.min(above[i], current[i - 1]));
      }
      above = current;
    }
    return above[to.length()];
  }
}
