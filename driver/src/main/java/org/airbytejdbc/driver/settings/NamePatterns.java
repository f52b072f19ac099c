package org.airbytejdbc.driver.settings;

import java.util.Arrays;
import java.util.List;

/** Glob patterns of stream names; none means all streams. */
record NamePatterns(List<String> patterns) {
  NamePatterns {
    patterns = List.copyOf(patterns);
    if (patterns.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException("an empty pattern");
    }
  }

  /** Patterns with commas between them. */
  static NamePatterns parse(String text) {
    return new NamePatterns(Arrays.stream(text.split(",", -1)).map(String::strip).toList());
  }
}
