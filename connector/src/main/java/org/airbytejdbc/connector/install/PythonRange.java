package org.airbytejdbc.connector.install;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Pythons that a package runs on, as its {@code Requires-Python} tells by PEP 440. */
final class PythonRange {
  private static final Pattern SPECIFIER =
      Pattern.compile("(===|==|!=|~=|<=|>=|<|>)\\s*(\\d{1,4}(?:\\.\\d{1,4})*)(\\.\\*)?[^,]*");

  private final String text;
  private final List<Predicate<PythonVersion>> specifiers;

  private PythonRange(String text, List<Predicate<PythonVersion>> specifiers) {
    this.text = text;
    this.specifiers = specifiers;
  }

  /** A specifier that is not understood excludes nothing: the installer will tell. */
  static PythonRange parse(String requiresPython) {
    List<Predicate<PythonVersion>> specifiers =
        Arrays.stream(requiresPython.split(","))
            .map(part -> SPECIFIER.matcher(part.strip()))
            .filter(Matcher::matches)
            .map(PythonRange::specifier)
            .toList();
    return new PythonRange(requiresPython.strip(), specifiers);
  }

  boolean contains(PythonVersion version) {
    return specifiers.stream().allMatch(specifier -> specifier.test(version));
  }

  /** As the package wrote it. */
  @Override
  public String toString() {
    return text.isEmpty() ? "any" : text;
  }

  private static Predicate<PythonVersion> specifier(Matcher parts) {
    int[] bound = Arrays.stream(parts.group(2).split("\\.")).mapToInt(Integer::parseInt).toArray();
    boolean prefix = parts.group(3) != null;
    return switch (parts.group(1)) {
      case ">=" -> version -> compare(version, bound) >= 0;
      case "<=" -> version -> compare(version, bound) <= 0;
      case ">" -> version -> compare(version, bound) > 0;
      case "<" -> version -> compare(version, bound) < 0;
      case "!=" -> version -> !equal(version, bound, prefix);
      case "~=" ->
          version ->
              compare(version, bound) >= 0
                  && startsWith(version, Arrays.copyOf(bound, Math.max(1, bound.length - 1)));
      default -> version -> equal(version, bound, prefix);
    };
  }

  private static boolean equal(PythonVersion version, int[] bound, boolean prefix) {
    return prefix ? startsWith(version, bound) : compare(version, bound) == 0;
  }

  private static boolean startsWith(PythonVersion version, int[] prefix) {
    int[] segments = segments(version);
    int length = Math.min(prefix.length, segments.length);
    return Arrays.equals(segments, 0, length, prefix, 0, length);
  }

  /** Missing segments are zero. */
  private static int compare(PythonVersion version, int[] bound) {
    return Arrays.compare(segments(version), Arrays.copyOf(bound, segments(version).length));
  }

  private static int[] segments(PythonVersion version) {
    return new int[] {version.major(), version.minor(), version.patch()};
  }
}
