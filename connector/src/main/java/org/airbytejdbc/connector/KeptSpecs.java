package org.airbytejdbc.connector;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.airbytejdbc.connector.protocol.ConnectorSpecification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Specs on disk, one file a connector and version, because asking a Python connector for its spec
 * takes a second or two. Thread-safe; processes may share the folder.
 */
final class KeptSpecs {
  private static final Logger LOG = LoggerFactory.getLogger(KeptSpecs.class);
  private static final JsonMapper JSON = JsonMapper.shared();

  /** A file's content: the spec, and whose it is. */
  private record Kept(String name, String version, ConnectorSpecification spec) {}

  private final Path folder;

  KeptSpecs(Path folder) {
    this.folder = folder;
  }

  /** The connector's spec, from the folder or from itself. */
  ConnectorSpecification get(Connector connector, RunOptions options) {
    Optional<ConnectorSpecification> kept = read(connector);
    if (kept.isPresent()) {
      return kept.get();
    }
    ConnectorSpecification spec = connector.spec(options);
    // Read anew: a connector has its exact version only once it is installed.
    write(new Kept(connector.name(), connector.version(), spec));
    return spec;
  }

  private Optional<ConnectorSpecification> read(Connector connector) {
    String version = connector.version();
    Path file = file(connector.name(), version);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      Kept kept = JSON.readValue(file.toFile(), Kept.class);
      boolean same = kept.name().equals(connector.name()) && kept.version().equals(version);
      return same ? Optional.of(kept.spec()) : Optional.empty();
    } catch (JacksonException broken) {
      return Optional.empty();
    }
  }

  /** What cannot be kept is asked for again. */
  private void write(Kept kept) {
    try {
      PrivateFolder.put(file(kept.name(), kept.version()), JSON.writeValueAsBytes(kept));
    } catch (IOException e) {
      LOG.warn("{}: its spec cannot be kept in {} ({})", kept.name(), folder, e.getMessage());
    }
  }

  private Path file(String name, String version) {
    return folder.resolve(name + "-" + Sha256.shortOf(version) + ".json");
  }
}
