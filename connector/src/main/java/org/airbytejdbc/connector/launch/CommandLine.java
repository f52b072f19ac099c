package org.airbytejdbc.connector.launch;

import java.util.List;
import java.util.Map;

/**
 * A program with its arguments, and what is added to the environment that it inherits. Holds no
 * secrets, as other users of the machine can read it.
 */
public record CommandLine(List<String> words, Map<String, String> environment) {
  public CommandLine {
    words = List.copyOf(words);
    environment = Map.copyOf(environment);
  }
}
