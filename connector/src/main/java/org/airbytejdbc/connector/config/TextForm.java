package org.airbytejdbc.connector.config;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import tools.jackson.databind.JsonNode;

/** What a text of a config has to look like, as people write it. */
final class TextForm {
  /** Told only where the spec's pattern would accept the like. */
  private record Usual(String form, String sample) {}

  private static final Map<String, Usual> USUAL =
      Map.of(
          "date", new Usual("YYYY-MM-DD", "2021-01-25"),
          "date-time", new Usual("YYYY-MM-DDTHH:MM:SSZ", "2021-01-25T00:00:00Z"));

  private TextForm() {}

  /** In the spec's words, else by its format; empty where it says no more than a pattern. */
  static Optional<String> of(JsonNode schema) {
    String described = schema.path("pattern_descriptor").asString("").strip();
    return described.isEmpty()
        ? Optional.ofNullable(USUAL.get(schema.path("format").asString("")))
            .filter(usual -> fits(usual.sample(), schema.path("pattern").asString("")))
            .map(Usual::form)
        : Optional.of(described);
  }

  private static boolean fits(String sample, String pattern) {
    try {
      return Pattern.compile(pattern).matcher(sample).find();
    } catch (PatternSyntaxException notJava) {
      return false;
    }
  }
}
