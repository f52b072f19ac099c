package org.airbytejdbc.connector.install;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An interpreter's version. */
record PythonVersion(int major, int minor, int patch) implements Comparable<PythonVersion> {
  private static final Pattern FORM = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})\\.(\\d{1,4})");

  /** {@code 3.11.7}; empty for any other text. */
  static Optional<PythonVersion> parse(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    return matcher.matches()
        ? Optional.of(
            new PythonVersion(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3))))
        : Optional.empty();
  }

  /** Whether it is as new as a version without a patch, such as {@code 3.11}. */
  boolean covers(String oldest) {
    return parse(oldest + ".0").filter(version -> compareTo(version) >= 0).isPresent();
  }

  @Override
  public int compareTo(PythonVersion other) {
    return Comparator.comparingInt(PythonVersion::major)
        .thenComparingInt(PythonVersion::minor)
        .thenComparingInt(PythonVersion::patch)
        .compare(this, other);
  }

  @Override
  public String toString() {
    return major + "." + minor + "." + patch;
  }
}
