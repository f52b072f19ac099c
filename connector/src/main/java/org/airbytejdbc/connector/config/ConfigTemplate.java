package org.airbytejdbc.connector.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * A config to fill in, as YAML: what is required stands there, what is optional is commented out,
 * and secrets are references.
 */
final class ConfigTemplate {
  private static final String STEP = "  ";
  private static final int WIDTH = 96;

  /** More is a list to look up, not to read in a comment. */
  private static final int MOST_CHOICES = 100;

  /** A key of the config with what is below it; a field has nothing below. */
  private static final class Node {
    private final Map<String, Node> below = new LinkedHashMap<>();
    private Optional<ConfigField> field = Optional.empty();

    boolean required() {
      return field.map(ConfigField::required).orElse(false)
          || below.values().stream().anyMatch(Node::required);
    }
  }

  private final Node root = new Node();
  private final StringBuilder text = new StringBuilder();

  ConfigTemplate(List<ConfigField> fields) {
    for (ConfigField field : fields) {
      Node node = root;
      for (String key : field.path().split("\\.")) {
        node = node.below.computeIfAbsent(key, missing -> new Node());
      }
      node.field = Optional.of(field);
    }
  }

  /** The template; a connector without fields gets an empty object. */
  String text() {
    if (root.below.isEmpty()) {
      return "{}\n";
    }
    write(root, "");
    return text.toString();
  }

  private void write(Node parent, String indent) {
    parent.below.forEach(
        (key, node) -> {
          String start = indent + (node.required() ? "" : "# ") + key(key) + ":";
          node.field.ifPresent(field -> comment(field, indent));
          if (node.below.isEmpty()) {
            String value = value(key, node);
            text.append(start).append(value.isEmpty() ? "" : " ").append(value).append('\n');
          } else {
            text.append(start).append('\n');
            write(node, node.required() ? indent + STEP : indent + "# " + STEP);
          }
        });
  }

  private void comment(ConfigField field, String indent) {
    List<String> words = new ArrayList<>(List.of(field.description().split("\\s+")));
    if (!field.choices().isEmpty()) {
      words.addAll(List.of(choices(field.choices()).split(" ")));
    }
    words.add(field.required() ? "(Required)" : "(Optional)");
    StringBuilder line = new StringBuilder(indent).append("##");
    for (String word : words) {
      if (line.length() + word.length() > WIDTH) {
        text.append(line).append('\n');
        line = new StringBuilder(indent).append("##");
      }
      line.append(word.isEmpty() ? "" : " ").append(word);
    }
    text.append(line).append('\n');
  }

  private static String choices(List<String> choices) {
    int more = choices.size() - MOST_CHOICES;
    return "(One of: %s%s)"
        .formatted(
            String.join(", ", choices.subList(0, Math.min(choices.size(), MOST_CHOICES))),
            more > 0 ? ", and " + more + " more" : "");
  }

  private static String value(String key, Node node) {
    ConfigField field = node.field.orElseThrow();
    if (field.secret()) {
      return quoted("${" + key.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_") + "}");
    }
    return field.defaultText().map(ConfigTemplate::scalar).orElse("");
  }

  private static String scalar(String text) {
    return GivenText.literal(text).isString() ? quoted(text) : text;
  }

  private static String key(String name) {
    return name.matches("[A-Za-z_][A-Za-z0-9_-]*") ? name : quoted(name);
  }

  /** JSON's way to quote is one of YAML's. */
  private static String quoted(String text) {
    return JsonMapper.shared().writeValueAsString(text);
  }
}
