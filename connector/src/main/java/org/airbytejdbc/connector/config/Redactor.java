package org.airbytejdbc.connector.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Replaces secret values by {@code ***} in any text, for everything that leaves a connector: logs,
 * errors, the end of its stderr. Immutable; shows its values to nobody.
 */
public final class Redactor {
  /** Has no secrets and changes no text. */
  public static final Redactor NONE = new Redactor(Set.of());

  /** Shorter values would garble ordinary words. */
  private static final int SHORTEST = 4;

  private final Set<String> values;
  private final Optional<Pattern> pattern;

  private Redactor(Set<String> values) {
    this.values = values;
    this.pattern = values.isEmpty() ? Optional.empty() : Optional.of(longestFirst(values));
  }

  /** This redactor with more values; those of fewer than four characters are left out. */
  public Redactor with(Collection<String> secrets) {
    Set<String> all = new LinkedHashSet<>(values);
    for (String secret : secrets) {
      appearances(secret).stream().filter(text -> text.length() >= SHORTEST).forEach(all::add);
    }
    return all.equals(values) ? this : new Redactor(all);
  }

  /** The text with every secret value replaced. */
  public String redact(String text) {
    return pattern.map(found -> found.matcher(text).replaceAll("***")).orElse(text);
  }

  @Override
  public String toString() {
    return "***";
  }

  /** A key of several lines is logged line by line, or escaped within one. */
  private static List<String> appearances(String secret) {
    List<String> texts = new ArrayList<>();
    texts.add(secret);
    texts.add(secret.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n"));
    secret.lines().map(String::strip).forEach(texts::add);
    return texts;
  }

  private static Pattern longestFirst(Set<String> values) {
    return Pattern.compile(
        values.stream()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .map(Pattern::quote)
            .collect(Collectors.joining("|")));
  }
}
