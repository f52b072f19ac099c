package org.airbytejdbc.connector;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What is installed instead of a connector's own package, each as pip takes it: a name with extras
 * and version specifiers, the path of a wheel or a project's folder, or an address such as {@code
 * git+https://…}.
 *
 * @param words at least one; paths are absolute
 */
public record PipRequirements(List<String> words) {
  /** Between two requirements; not around what joins a name to its version or its address. */
  private static final Pattern BETWEEN = Pattern.compile("(?<![<>=!~,@;\\s])\\s++(?![<>=!~,@;])");

  private static final Pattern AROUND_JOINT = Pattern.compile("\\s*+([<>=!~,@;]++)\\s*+");
  private static final Pattern ADDRESS = Pattern.compile("([A-Za-z0-9._\\[\\],-]+@)?[a-z+]+://.*");
  private static final Pattern ARCHIVE = Pattern.compile(".*\\.(whl|zip|tar\\.gz)");
  private static final Pattern CREDENTIALS = Pattern.compile("://[^/@\\s]+@");

  public PipRequirements {
    words = List.copyOf(words);
    if (words.isEmpty()) {
      throw new IllegalArgumentException("no requirement");
    }
  }

  /**
   * The requirements of a text, with spaces between them. A text that is an existing path is one,
   * spaces and all.
   *
   * @param base where relative paths start
   * @throws IllegalArgumentException if there is none, or one is an option
   */
  public static PipRequirements parse(String text, Path base) {
    String stripped = text.strip();
    if (isThere(stripped, base)) {
      return new PipRequirements(List.of(absolute(stripped, base)));
    }
    return new PipRequirements(
        Arrays.stream(BETWEEN.split(stripped))
            .filter(word -> !word.isEmpty())
            .map(word -> requirement(word, base))
            .toList());
  }

  private static String requirement(String word, Path base) {
    if (word.startsWith("-")) {
      throw new IllegalArgumentException("an option");
    }
    if (ADDRESS.matcher(word.replaceAll("\\s", "")).matches()) {
      return word.replaceAll("\\s", "");
    }
    boolean path = word.contains("/") || word.contains("\\") || word.startsWith(".");
    return path || ARCHIVE.matcher(word).matches()
        ? absolute(word, base)
        : AROUND_JOINT.matcher(word).replaceAll("$1");
  }

  private static boolean isThere(String text, Path base) {
    try {
      return text.matches(".*[/\\\\.].*") && Files.exists(base.resolve(text));
    } catch (InvalidPathException none) {
      return false;
    }
  }

  private static String absolute(String path, Path base) {
    return base.resolve(path).toAbsolutePath().normalize().toString();
  }

  /** As it was written, without the password of an address. */
  @Override
  public String toString() {
    return words.stream()
        .map(word -> CREDENTIALS.matcher(word).replaceAll("://***@"))
        .collect(Collectors.joining(" "));
  }
}
