package org.airbytejdbc.connector.registry;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.airbytejdbc.connector.PrivateFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A registry as it was fetched, on disk for later runs and for days without a network.
 *
 * @param address where it is from
 * @param tag the server's name for this version, to ask whether there is a newer one
 * @param askedAt when the server was last asked
 */
record KeptRegistry(
    URI address, Optional<String> tag, Instant askedAt, List<ConnectorEntry> connectors) {
  private static final Logger LOG = LoggerFactory.getLogger(KeptRegistry.class);
  private static final JsonMapper JSON = JsonMapper.shared();

  KeptRegistry {
    requireNonNull(address, "address");
    requireNonNull(tag, "tag");
    requireNonNull(askedAt, "askedAt");
    connectors = List.copyOf(connectors);
  }

  /** The same, still the newest at that time. */
  KeptRegistry confirmed(Instant now) {
    return new KeptRegistry(address, tag, now, connectors);
  }

  /** The one of this address that is in the file; a file that cannot be read counts as none. */
  static Optional<KeptRegistry> read(Path file, URI address) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      KeptRegistry kept = JSON.readValue(file.toFile(), KeptRegistry.class);
      return Optional.of(kept).filter(one -> one.address.equals(address));
    } catch (JacksonException broken) {
      return Optional.empty();
    }
  }

  /** Puts it into the file at once for all readers; what cannot be kept is fetched again. */
  void write(Path file) {
    try {
      PrivateFolder.put(file, JSON.writeValueAsBytes(this));
    } catch (IOException e) {
      LOG.warn("The registry {} cannot be kept in {} ({})", address, file, e.getMessage());
    }
  }
}
