package org.airbytejdbc.connector.config;

import java.util.Locale;
import org.airbytejdbc.connector.protocol.ConnectorSpecification;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The ways to write down what a config looks like. */
public enum SpecFormat {
  /** The JSON Schema, as JSON. */
  JSON {
    @Override
    public String write(ConnectorSpecification spec) {
      return JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build()
          .writeValueAsString(ConfigDocument.JSON.readTree(spec.connectionSpecification()));
    }
  },
  /** The JSON Schema, as YAML. */
  YAML {
    @Override
    public String write(ConnectorSpecification spec) {
      return new YAMLMapper()
          .writeValueAsString(ConfigDocument.JSON.readTree(spec.connectionSpecification()));
    }
  },
  /** A config to fill in: YAML with a comment for each field. */
  TEMPLATE {
    @Override
    public String write(ConnectorSpecification spec) {
      return new ConfigTemplate(ConfigFields.of(spec)).text();
    }
  };

  /** The text, with a line end at its end. */
  public abstract String write(ConnectorSpecification spec);

  /** As it is written by users. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
