package org.airbytejdbc.connector.config;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.airbytejdbc.connector.ConnectorException;
import org.airbytejdbc.connector.ConnectorException.Kind;
import org.airbytejdbc.connector.secret.SecretSource;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Makes the config that a connector gets out of what its user wrote: reads the file, sets the
 * single keys, fills in the secrets. Starts nothing; the spec is looked at later, by {@link
 * ConfigValidator}. Thread-safe.
 */
public final class ConfigResolver {
  private final List<SecretSource> secrets;

  /**
   * @param secrets where {@code ${NAME}} is looked up, one after the other
   */
  public ConfigResolver(List<SecretSource> secrets) {
    this.secrets = List.copyOf(requireNonNull(secrets, "secrets"));
  }

  /**
   * The config of a connector, by whose name errors call it. Throws a {@link ConnectorException} of
   * kind INVALID_CONFIG or MISSING_SECRET.
   */
  public ConnectorConfig resolve(String connector, ConfigInput input) {
    return new Resolution(connector, secrets).resolve(input);
  }

  /** One config on its way. */
  private static final class Resolution {
    private final String connector;
    private final SecretReferences references;
    private final Map<JsonPointer, GivenText> texts = new HashMap<>();

    Resolution(String connector, List<SecretSource> secrets) {
      this.connector = connector;
      this.references = new SecretReferences(connector, secrets);
    }

    ConnectorConfig resolve(ConfigInput input) {
      ObjectNode root =
          input
              .config()
              .map(text -> new ConfigDocument(connector).read(text, input.folder()))
              .orElseGet(ConfigDocument.JSON::createObjectNode);
      ObjectNode filled = (ObjectNode) fill(root, JsonPointer.empty());
      input.keys().entrySet().stream()
          .sorted(Comparator.comparingInt(entry -> entry.getKey().length()))
          .forEach(entry -> set(filled, entry.getKey(), entry.getValue()));
      return new ConnectorConfig(
          ConfigDocument.JSON.writeValueAsString(filled),
          texts,
          Redactor.NONE.with(references.found()));
    }

    private JsonNode fill(JsonNode node, JsonPointer at) {
      if (node instanceof ObjectNode object) {
        object
            .properties()
            .forEach(e -> e.setValue(fill(e.getValue(), at.appendProperty(e.getKey()))));
        return object;
      }
      if (node instanceof ArrayNode array) {
        for (int i = 0; i < array.size(); i++) {
          array.set(i, fill(array.get(i), at.appendIndex(i)));
        }
        return array;
      }
      return node instanceof StringNode string ? fill(string, at) : node;
    }

    /** A value that is one reference may be meant as a number, for all that JSON can say. */
    private JsonNode fill(StringNode string, JsonPointer at) {
      String text = references.fill(string.stringValue());
      if (SecretReferences.isReference(string.stringValue())) {
        texts.put(at, new GivenText(text, scalar(text)));
      }
      return StringNode.valueOf(text);
    }

    private void set(ObjectNode root, String key, String raw) {
      JsonPointer at = JsonPointer.empty();
      ObjectNode parent = root;
      String[] names = key.split("\\.", -1);
      for (int i = 0; i < names.length - 1; i++) {
        at = at.appendProperty(names[i]);
        texts.remove(at);
        parent = child(parent, names[i], key);
      }
      String last = names[names.length - 1];
      JsonPointer place = at.appendProperty(last);
      texts.keySet().removeIf(text -> text.toString().startsWith(place + "/"));
      GivenText given = given(raw, place);
      parent.set(last, given.literal());
      texts.put(place, given);
    }

    private ObjectNode child(ObjectNode parent, String name, String key) {
      JsonNode child = parent.path(name);
      if (child.isMissingNode()) {
        return parent.putObject(name);
      }
      if (child instanceof ObjectNode object) {
        return object;
      }
      throw new ConnectorException(
          Kind.INVALID_CONFIG,
          "%s: config.%s cannot be set, because %s is not an object"
              .formatted(connector, key, name),
          "Give the object whole, or take the other value away");
    }

    /** JSON is read before its secrets are filled in, so that a secret cannot change its form. */
    private GivenText given(String raw, JsonPointer at) {
      String text = references.fill(raw);
      JsonNode literal = GivenText.literal(raw);
      return new GivenText(text, literal instanceof StringNode ? scalar(text) : fill(literal, at));
    }

    private static JsonNode scalar(String text) {
      JsonNode literal = GivenText.literal(text);
      return literal.isContainer() || literal.isString() ? StringNode.valueOf(text) : literal;
    }
  }
}
