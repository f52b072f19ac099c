package org.airbytejdbc.driver.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.airbytejdbc.driver.settings.ConnectionProperty.Scope;
import org.airbytejdbc.driver.settings.Workspace.Entry;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Reads a workspace from its YAML file. {@code sources} holds each source under its name, with its
 * {@code connector} and properties; beside it stand the properties of the connection.
 */
final class WorkspaceFile {
  private static final String SOURCES = "sources";
  private static final String CONNECTOR = "connector";

  // Numbers keep their digits: a version 7.10 is not 7.1.
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private final Path file;
  private final Path base;

  private WorkspaceFile(Path file) {
    this.file = file;
    this.base = file.getParent();
  }

  /** The workspace in an absolute path's file. */
  static Workspace read(Path file) {
    return new WorkspaceFile(file).workspace();
  }

  private Workspace workspace() {
    JsonNode root = tree();
    JsonNode sources = root.path(SOURCES);
    if (!sources.isObject() || sources.isEmpty()) {
      throw wrong(SOURCES, "names no source", "Write it as sources: {shop: {connector: …}}");
    }
    List<Entry> entries = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Map.Entry<String, JsonNode> source : sources.properties()) {
      String name = SourceName.require(place(""), source.getKey());
      if (!names.add(name.toLowerCase(Locale.ROOT))) {
        throw wrong(SOURCES, "names '" + name + "' twice, letter case aside", "Rename one of them");
      }
      entries.add(entry(name, source.getValue()));
    }
    return new Workspace(
        values("", root, SOURCES, Scope::ofConnection), entries, base, DefaultCache.nameOf(file));
  }

  private Entry entry(String name, JsonNode source) {
    String path = SOURCES + "." + name;
    JsonNode connector = source.path(CONNECTOR);
    if (!connector.isString() || connector.asString().isBlank()) {
      throw wrong(path, "names no connector", "Write it as connector: source-faker");
    }
    if (!ConnectorName.isOne(connector.asString())) {
      throw wrong(
          path,
          "has something for its connector that is no connector's name",
          "Write it as connector: source-faker");
    }
    PropertyValues values = values(path, source, CONNECTOR, Scope::ofSource);
    return new Entry(name, connector.asString(), values, place(path + ": "));
  }

  /** The properties of a node, all but the key that is none. */
  private PropertyValues values(
      String path, JsonNode node, String other, Predicate<Scope> belongs) {
    String place = place(path.isEmpty() ? "" : path + ": ");
    PropertyCollector collector = new PropertyCollector(place, base, belongs);
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      if (!entry.getKey().equals(other)) {
        add(collector, entry.getKey(), entry.getValue());
      }
    }
    return collector.collected();
  }

  private static void add(PropertyCollector collector, String key, JsonNode value) {
    if (key.equals(ConnectionProperty.CONFIG.key()) && value.isObject()) {
      collector.addRead(key, value::toString);
    } else if (key.equals(ConnectionProperty.STREAMS.key()) && value.isArray()) {
      collector.addRead(
          key, () -> new NamePatterns(value.valueStream().map(JsonNode::stringValue).toList()));
    } else if (key.equals(ConnectionProperty.MOUNTS.key()) && value.isArray()) {
      collector.add(
          key, value.valueStream().map(JsonNode::stringValue).collect(Collectors.joining(",")));
    } else {
      collector.add(key, value.asString(""));
    }
  }

  private JsonNode tree() {
    try {
      JsonNode root = YAML.readTree(Files.readString(file));
      if (root.isObject()) {
        return root;
      }
      throw new SettingsException(place("it holds no keys and values"), "It begins with sources:");
    } catch (JacksonException e) {
      // Its own message quotes the file, which may hold secrets.
      TokenStreamLocation at = e.getLocation();
      throw new SettingsException(
          place("line " + at.getLineNr() + ", column " + at.getColumnNr() + " is not valid YAML"),
          "Check indentation, quotes and keys that are there twice");
    } catch (NoSuchFileException e) {
      throw new SettingsException(
          "The workspace file " + file + " does not exist", "Give the path of a YAML file");
    } catch (IOException e) {
      throw new SettingsException(
          "The workspace file " + file + " cannot be read as UTF-8 text", "Check its permissions");
    }
  }

  private SettingsException wrong(String path, String what, String guidance) {
    return new SettingsException(place(path + " " + what), guidance);
  }

  private String place(String rest) {
    return file.getFileName() + ": " + rest;
  }
}
