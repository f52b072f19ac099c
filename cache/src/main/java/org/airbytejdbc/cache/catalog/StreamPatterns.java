package org.airbytejdbc.cache.catalog;

import java.util.List;
import java.util.regex.Pattern;
import org.airbytejdbc.connector.protocol.StreamName;

/**
 * Which streams a source shows: those whose name, or namespace and name, matches a pattern. {@code
 * *} stands for any text, {@code ?} for any character; no patterns show all.
 */
final class StreamPatterns {
  private final List<Pattern> patterns;

  StreamPatterns(List<String> globs) {
    patterns = globs.stream().map(StreamPatterns::pattern).toList();
  }

  boolean show(StreamName stream) {
    return patterns.isEmpty()
        || patterns.stream()
            .anyMatch(
                pattern ->
                    pattern.matcher(stream.name()).matches()
                        || pattern.matcher(stream.toString()).matches());
  }

  private static Pattern pattern(String glob) {
    StringBuilder regex = new StringBuilder();
    glob.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '*' -> regex.append(".*");
                case '?' -> regex.append('.');
                default -> regex.append(Pattern.quote(Character.toString(c)));
              }
            });
    return Pattern.compile(regex.toString(), Pattern.DOTALL);
  }
}
