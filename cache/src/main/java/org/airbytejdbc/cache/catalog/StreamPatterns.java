package org.airbytejdbc.cache.catalog;

import java.util.List;
import java.util.regex.Pattern;
import org.airbytejdbc.connector.protocol.StreamName;

/**
 * Which streams a source shows: those whose name, or namespace and name, matches a pattern. {@code
 * *} stands for any text, {@code ?} for any character; no patterns show all.
 */
final class StreamPatterns {
  private record Glob(String written, Pattern pattern) {
    boolean matches(StreamName stream) {
      return pattern.matcher(stream.name()).matches()
          || pattern.matcher(stream.toString()).matches();
    }
  }

  private final List<Glob> globs;

  StreamPatterns(List<String> globs) {
    this.globs = globs.stream().map(written -> new Glob(written, pattern(written))).toList();
  }

  boolean show(StreamName stream) {
    return globs.isEmpty() || globs.stream().anyMatch(glob -> glob.matches(stream));
  }

  /** Those that match none of the streams, as they are written. */
  List<String> idle(List<StreamName> streams) {
    return globs.stream()
        .filter(glob -> streams.stream().noneMatch(glob::matches))
        .map(Glob::written)
        .toList();
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
