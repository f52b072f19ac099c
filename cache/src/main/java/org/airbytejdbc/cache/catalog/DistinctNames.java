package org.airbytejdbc.cache.catalog;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Gives out names, each once: what is taken gets {@code _2}, {@code _3} and so on. */
final class DistinctNames<K> {
  private final Map<K, String> names;
  private final Set<String> taken;

  /**
   * @param given names that keys got before, and keep
   * @param reserved names that no key may get
   */
  DistinctNames(Map<K, String> given, Set<String> reserved) {
    names = new LinkedHashMap<>(given);
    taken = new HashSet<>(given.values());
    taken.addAll(reserved);
  }

  /** The key's name, made from the wanted one if it has none yet. */
  String name(K key, String wanted) {
    return names.computeIfAbsent(key, unnamed -> free(wanted));
  }

  private String free(String wanted) {
    String name = wanted;
    for (int number = 2; !taken.add(name); number++) {
      name = wanted + "_" + number;
    }
    return name;
  }
}
