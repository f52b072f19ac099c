package org.airbytejdbc.connector.config;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.airbytejdbc.connector.ConnectorException;
import org.airbytejdbc.connector.ConnectorException.Kind;
import org.airbytejdbc.connector.secret.SecretSource;

/**
 * Fills in the secrets that a config names as {@code ${NAME}}, or as a whole value {@code
 * secret_reference::NAME} as PyAirbyte has it, and remembers their values. {@code $${} is a plain
 * <code>${</code>. One instance a config; not thread-safe.
 */
final class SecretReferences {
  private static final Pattern REFERENCE = Pattern.compile("\\$(\\$\\{)|\\$\\{([^{}]*)(\\}?)");
  private static final String WHOLE = "secret_reference::";

  private final String connector;
  private final List<SecretSource> sources;
  private final Set<String> found = new LinkedHashSet<>();

  /**
   * @param sources asked one after the other
   */
  SecretReferences(String connector, List<SecretSource> sources) {
    this.connector = connector;
    this.sources = sources;
  }

  /** The text with every reference filled in. What is filled in is not looked at again. */
  String fill(String text) {
    if (text.startsWith(WHOLE)) {
      return value(text.substring(WHOLE.length()).strip());
    }
    return REFERENCE
        .matcher(text)
        .replaceAll(match -> Matcher.quoteReplacement(replacement(match)));
  }

  /** Whether the text is one reference and nothing else. */
  static boolean isReference(String text) {
    Matcher matcher = REFERENCE.matcher(text);
    return text.startsWith(WHOLE) || matcher.matches() && matcher.group(1) == null;
  }

  /** The values filled in so far. */
  Set<String> found() {
    return found;
  }

  private String replacement(MatchResult match) {
    if (match.group(1) != null) {
      return match.group(1);
    }
    String name = match.group(2).strip();
    if (name.isEmpty() || match.group(3).isEmpty()) {
      throw new ConnectorException(
          Kind.INVALID_CONFIG,
          connector + ": the config has a ${ that names no secret",
          "Write ${NAME} for a secret, or $${ for the two characters themselves");
    }
    return value(name);
  }

  private String value(String name) {
    String value = lookUp(name);
    found.add(value);
    return value;
  }

  private String lookUp(String name) {
    return sources.stream()
        .flatMap(source -> source.find(name).stream())
        .findFirst()
        .orElseThrow(() -> missing(name));
  }

  private ConnectorException missing(String name) {
    String places =
        sources.stream().map(SecretSource::description).collect(Collectors.joining(", "));
    return new ConnectorException(
        Kind.MISSING_SECRET,
        "%s: the secret %s was not found (looked in: %s)".formatted(connector, name, places),
        "Put %s into one of these, name other places by secrets=, or write $${ for a plain ${"
            .formatted(name));
  }
}
