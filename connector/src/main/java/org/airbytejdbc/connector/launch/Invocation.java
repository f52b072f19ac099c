package org.airbytejdbc.connector.launch;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * One call of a connector: a verb and its documents.
 *
 * @param connector the name that people call it by
 * @param documents text, mostly JSON, by the option that it is given with, such as {@code config},
 *     in order; holds secrets
 */
public record Invocation(String connector, Verb verb, Map<String, String> documents) {
  /** The option that gives a manifest the code of its own components. */
  public static final String COMPONENTS = "components-path";

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
    requireNonNull(connector, "connector");
    requireNonNull(verb, "verb");
    documents = Collections.unmodifiableMap(new LinkedHashMap<>(documents));
  }

  /**
   * The words behind the program's.
   *
   * @param path where the document of that name is found
   */
  public List<String> arguments(UnaryOperator<String> path) {
    List<String> words = new ArrayList<>();
    words.add(verb.word());
    for (String name : documents.keySet()) {
      words.add("--" + name);
      words.add(path.apply(name));
    }
    return words;
  }

  /** What the file of a document is called: JSON, but for code, which Python knows by its name. */
  public static String fileName(String document) {
    return document + (document.equals(COMPONENTS) ? ".py" : ".json");
  }

  @Override
  public String toString() {
    return connector + " " + verb.word() + " " + documents.keySet();
  }
}
