package org.airbytejdbc.connector.launch;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * One call of a connector: a verb and its files.
 *
 * @param folder the folder that holds the files and nothing else
 * @param files the files in that folder by their option, such as {@code --config}, in order;
 *     written only once the connector is ready to start, as they hold secrets
 */
public record Invocation(Verb verb, Path folder, Map<String, Path> files) {
  /** What a connector can be told to do. */
  public enum Verb {
    SPEC,
    CHECK,
    DISCOVER,
    READ;

    /** As it stands on the command line. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Invocation {
    requireNonNull(verb, "verb");
    requireNonNull(folder, "folder");
    files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
  }
}
