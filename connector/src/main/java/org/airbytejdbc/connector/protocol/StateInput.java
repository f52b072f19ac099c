package org.airbytejdbc.connector.protocol;

import java.util.List;
import java.util.stream.Collectors;

/** The state that a read goes on from: the content of the file behind {@code --state}. */
public sealed interface StateInput {
  /** The file's content, or empty text where there is no state and so no file. */
  String json();

  /** Reads from the beginning. */
  record None() implements StateInput {
    @Override
    public String json() {
      return "";
    }
  }

  /** The state objects of STREAM or GLOBAL messages, each as its JSON text. */
  record Typed(List<String> states) implements StateInput {
    public Typed {
      states = List.copyOf(states);
    }

    @Override
    public String json() {
      return states.stream().collect(Collectors.joining(",", "[", "]"));
    }
  }

  /** The data of a LEGACY state, as it came. */
  record Legacy(String json) implements StateInput {}
}
