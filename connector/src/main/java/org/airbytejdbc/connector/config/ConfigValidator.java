package org.airbytejdbc.connector.config;

import static java.util.Objects.requireNonNull;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import com.networknt.schema.path.PathType;
import java.util.List;
import org.airbytejdbc.connector.ConnectorException;
import org.airbytejdbc.connector.ConnectorException.Kind;
import org.airbytejdbc.connector.protocol.ConnectorSpecification;
import org.airbytejdbc.connector.registry.NearestName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Holds configs against the spec of one connector. Thread-safe. */
public final class ConfigValidator {
  private static final Logger LOG = LoggerFactory.getLogger(ConfigValidator.class);

  /** Specs are full of keywords for forms ({@code order}, {@code airbyte_hidden}). */
  private static final Dialect DIALECT =
      Dialect.builder(Dialects.getDraft7())
          .unknownKeywordFactory((keyword, context) -> new NonValidationKeyword(keyword))
          .build();

  private final String connector;
  private final JsonNode specification;
  private final SpecTyping typing;
  private final RequiredFields required;

  /**
   * @param connector the name that errors call it by
   */
  public ConfigValidator(String connector, ConnectorSpecification spec) {
    this.connector = requireNonNull(connector, "connector");
    this.specification = read(connector, spec);
    this.typing = new SpecTyping(specification);
    this.required = new RequiredFields(specification, spec.documentationUrl());
  }

  /**
   * The config as the connector gets it: values given as text have the spec's types, constants that
   * only one form allows and defaults of required fields are added, and values that the spec calls
   * secret are kept out of logs. Throws one {@link ConnectorException} of kind INVALID_CONFIG that
   * tells every violation by its place, and never a value.
   */
  public ConnectorConfig fit(ConnectorConfig config) {
    if (!(ConfigDocument.JSON.readTree(config.reveal()) instanceof ObjectNode root)) {
      throw new IllegalArgumentException("A config is a JSON object");
    }
    typing.type(root, config.texts());
    new SpecCompletion(specification).complete(root);
    List<String> violations = Violations.describe(validate(root), specification);
    if (!violations.isEmpty()) {
      throw new ConnectorException(
          Kind.INVALID_CONFIG,
          "The config of " + connector + " is not valid: " + String.join("; ", violations),
          required.guidance());
    }
    return new ConnectorConfig(
        ConfigDocument.JSON.writeValueAsString(root),
        config.texts(),
        config.redactor().with(typing.secrets(root)));
  }

  /**
   * Tells of fields that have no effect: most specs allow any, so that a mistyped one is no
   * violation.
   */
  public List<String> warnings(ConnectorConfig config) {
    JsonNode known = specification.path("properties");
    if (!known.isObject()) {
      return List.of();
    }
    SpecSchema root = SpecSchema.of(specification);
    return ConfigDocument.JSON.readTree(config.reveal()).propertyNames().stream()
        .filter(name -> root.property(name).isEmpty())
        .map(
            name ->
                "its spec knows no field "
                    + name
                    + NearestName.among(known.propertyNames(), name)
                        .map(near -> "; did you mean " + near + "?")
                        .orElse(""))
        .toList();
  }

  /** A spec that the validator cannot follow is left to the connector, which checks for itself. */
  private List<Error> validate(JsonNode config) {
    try {
      return schema().validate(config);
    } catch (SchemaException | IllegalArgumentException | StackOverflowError e) {
      LOG.warn("{}: its spec is no usable JSON Schema ({})", connector, e.getClass().getName());
      return List.of();
    }
  }

  private Schema schema() {
    SchemaRegistryConfig settings =
        SchemaRegistryConfig.builder()
            .pathType(PathType.JSON_PATH)
            .formatAssertionsEnabled(false)
            .build();
    return SchemaRegistry.withDefaultDialect(
            DIALECT, registry -> registry.schemaRegistryConfig(settings))
        .getSchema(specification);
  }

  private static JsonNode read(String connector, ConnectorSpecification spec) {
    try {
      return ConfigDocument.JSON.readTree(spec.connectionSpecification());
    } catch (JacksonException e) {
      LOG.warn("{}: its spec is not JSON", connector);
      return ConfigDocument.JSON.createObjectNode();
    }
  }
}
