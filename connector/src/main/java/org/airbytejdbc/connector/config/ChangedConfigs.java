package org.airbytejdbc.connector.config;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import org.airbytejdbc.connector.ConnectorException;
import org.airbytejdbc.connector.ConnectorException.Kind;
import org.airbytejdbc.connector.PrivateFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Configs that connectors have changed themselves, say for a refresh token that can be used once
 * only: each belongs to the config that its user gave, and has no effect once the user gives
 * another. Encrypted on disk with a key that only the user can read. Thread-safe; processes may
 * share the folder.
 */
public final class ChangedConfigs {
  private static final Logger LOG = LoggerFactory.getLogger(ChangedConfigs.class);

  private final Path folder;

  /**
   * @param folder for the configs and their key, made when the first config changes
   */
  public ChangedConfigs(Path folder) {
    this.folder = requireNonNull(folder, "folder");
  }

  /** What the connector is to be given instead of this config; the config itself if unchanged. */
  public ConnectorConfig current(String connector, ConnectorConfig given) {
    if (!Files.isDirectory(folder)) {
      return given;
    }
    try {
      PrivateKey key = PrivateKey.in(folder);
      Path file = file(key, connector, given);
      return Files.exists(file) ? given.changedTo(key.decrypt(Files.readAllBytes(file))) : given;
    } catch (IOException | GeneralSecurityException e) {
      LOG.warn("{}: the config that it changed cannot be read from {}", connector, folder, e);
      return given;
    }
  }

  /**
   * Keeps a config for the next run. Throws a {@link ConnectorException} if that fails, as the old
   * one may be worth nothing any more.
   *
   * @param json one JSON object
   */
  public void keep(String connector, ConnectorConfig given, String json) {
    try {
      PrivateFolder.create(folder);
      PrivateKey key = PrivateKey.in(folder);
      PrivateFolder.put(file(key, connector, given), key.encrypt(json));
    } catch (IOException | GeneralSecurityException e) {
      throw new ConnectorException(
          Kind.INVALID_CONFIG,
          connector + " has changed its config, which cannot be kept in " + folder,
          "Free space or check permissions; a token that can be used once may have to be renewed",
          e);
    }
  }

  /** Its name tells nothing of the config to whoever has no key. */
  private Path file(PrivateKey key, String connector, ConnectorConfig given)
      throws GeneralSecurityException {
    Mac mac = key.mac();
    mac.update(connector.getBytes(StandardCharsets.UTF_8));
    byte[] name = mac.doFinal(given.reveal().getBytes(StandardCharsets.UTF_8));
    return folder.resolve(HexFormat.of().formatHex(name, 0, 16));
  }
}
