package org.airbytejdbc.declarative.manifest;

import java.util.Map;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Components of tests, as an author writes them. */
public final class Yaml {
  private static final YAMLMapper MAPPER =
      YAMLMapper.builder().enable(DeserializationFeature.USE_LONG_FOR_INTS).build();

  private Yaml() {}

  /** The component that the text is, said to stand at the path. */
  @SuppressWarnings("unchecked")
  public static Component component(String yaml, String path) {
    return new Component(MAPPER.readValue(yaml, Map.class), path);
  }
}
