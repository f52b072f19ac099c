package org.airbytejdbc.declarative.retrieve;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.airbytejdbc.declarative.manifest.Component;

/** How a job of an API is doing. */
enum AsyncStatus {
  RUNNING,
  COMPLETED,
  FAILED,
  TIMEOUT,
  /** There is nothing to be had. */
  SKIPPED;

  /** The API's own words for them, as an {@code AsyncJobStatusMap} has them. */
  static Map<String, AsyncStatus> byWord(Component mapping) {
    Map<String, AsyncStatus> words = new HashMap<>();
    for (AsyncStatus status : values()) {
      List<?> its = mapping.items(status.name().toLowerCase(Locale.ROOT));
      its.forEach(word -> words.put(String.valueOf(word), status));
    }
    return Map.copyOf(words);
  }
}
