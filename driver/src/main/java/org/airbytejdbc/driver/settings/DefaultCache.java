package org.airbytejdbc.driver.settings;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import org.airbytejdbc.connector.ConnectorReference;
import org.airbytejdbc.connector.config.ConfigInput;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Names the cache of a connection that names none, so that the same wish finds it again. */
final class DefaultCache {
  private static final JsonMapper SORTED =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  private DefaultCache() {}

  /** One for each connector and config, however the config's JSON is laid out. */
  static String nameOf(ConnectorReference connector, ConfigInput config) {
    List<String> parts =
        List.of(
            connector.name(),
            connector
                .executable()
                .map(Path::toString)
                .or(() -> connector.manifest().map(URI::toString))
                .or(() -> connector.pip().map(pip -> String.join(" ", pip.words())))
                .or(() -> connector.image())
                .orElse(""),
            config.config().map(text -> identity(text, config.folder())).orElse(""),
            new TreeMap<>(config.keys()).toString());
    return connector.name() + "-" + digest(parts);
  }

  /** One for each workspace file. */
  static String nameOf(Path workspace) {
    String name = workspace.getFileName().toString().replaceFirst("\\.[^.]*$", "");
    return name + "-" + digest(List.of(workspace.toString()));
  }

  private static String identity(String config, Path base) {
    try {
      return SORTED.writeValueAsString(SORTED.readValue(config, Object.class));
    } catch (JacksonException e) {
      return file(config, base);
    }
  }

  /** What cannot be a path either is refused where the config is read. */
  private static String file(String config, Path base) {
    try {
      return LocalPath.of(config, base).toString();
    } catch (InvalidPathException e) {
      return config;
    }
  }

  private static String digest(List<String> parts) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(String.join("\0", parts).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
