package org.airbytejdbc.connector.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import org.airbytejdbc.connector.ConnectorException;
import org.airbytejdbc.connector.ConnectorException.Kind;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads the JSON object of a config from its text or its file; errors never quote it. */
final class ConfigDocument {
  /** Keeps numbers digit by digit. */
  static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private static final String FORMS =
      "Give config={\"key\":\"value\"}, config=PATH of a JSON or YAML file, or config.key=value";

  private final String connector;

  ConfigDocument(String connector) {
    this.connector = connector;
  }

  /** {@code text} is JSON itself if it looks so, else a file's path. */
  ObjectNode read(String text, Path folder) {
    String stripped = text.strip();
    if (stripped.startsWith("{") || stripped.startsWith("[") || stripped.startsWith("\"")) {
      return parse(stripped, JSON, "The config");
    }
    Path file = file(stripped, folder);
    String content = content(file);
    return parse(content, mapper(file, content), "The config file " + file);
  }

  private static ObjectMapper mapper(Path file, String content) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".yaml") || name.endsWith(".yml")) {
      return yaml();
    }
    return name.endsWith(".json") || content.stripLeading().startsWith("{") ? JSON : yaml();
  }

  /** Made when it is needed, as it takes a while to load. */
  private static ObjectMapper yaml() {
    return YAMLMapper.builder()
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .build();
  }

  private Path file(String text, Path folder) {
    try {
      return folder.resolve(text).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw invalid("The config is neither a JSON object nor the path of a file", FORMS);
    }
  }

  private String content(Path file) {
    if (!Files.isRegularFile(file)) {
      throw invalid("The config file " + file + " does not exist", FORMS);
    }
    try {
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      throw invalid("The config file " + file + " is not UTF-8 text", "Save it as UTF-8");
    } catch (IOException e) {
      throw invalid("The config file " + file + " cannot be read", "Check its permissions");
    }
  }

  /** No cause is kept: Jackson's messages quote the text. */
  private ObjectNode parse(String text, ObjectMapper mapper, String what) {
    JsonNode parsed;
    try {
      parsed = mapper.readTree(text);
    } catch (JacksonException e) {
      String language = mapper == JSON ? "JSON" : "YAML";
      throw invalid(what + " is not valid " + language + place(e), "Correct it there");
    }
    if (parsed instanceof ObjectNode object) {
      return object;
    }
    throw invalid(what + " is not an object of keys and values", FORMS);
  }

  private static String place(JacksonException e) {
    var location = e.getLocation();
    return location == null || location.getLineNr() < 1
        ? ""
        : ", at line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
  }

  private ConnectorException invalid(String message, String guidance) {
    return new ConnectorException(Kind.INVALID_CONFIG, connector + ": " + message, guidance);
  }
}
