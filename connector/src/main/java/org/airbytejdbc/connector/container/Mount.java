package org.airbytejdbc.connector.container;

import static java.util.Objects.requireNonNull;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A folder or file of the engine's machine, or a volume by its name, that a container sees.
 *
 * @param host where it is
 * @param container where the container sees it, an absolute path
 */
public record Mount(String host, String container, boolean readOnly) {
  /** A drive's letter is no separator. */
  private static final Pattern TEXT = Pattern.compile("((?:[A-Za-z]:)?[^:,]+):(/[^:,]*)(:ro|:rw)?");

  public Mount {
    requireNonNull(host, "host");
    requireNonNull(container, "container");
  }

  /**
   * The mount that is written {@code HOST:CONTAINER} or {@code HOST:CONTAINER:ro}.
   *
   * @throws IllegalArgumentException if it is written otherwise
   */
  public static Mount parse(String text) {
    Matcher matcher = TEXT.matcher(text.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not HOST:CONTAINER");
    }
    return new Mount(matcher.group(1), matcher.group(2), ":ro".equals(matcher.group(3)));
  }

  @Override
  public String toString() {
    return host + ":" + container + (readOnly ? ":ro" : "");
  }
}
