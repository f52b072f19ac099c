package org.airbytejdbc.connector.registry;

import java.net.URI;
import java.util.Optional;

/** What a registry tells of a name. */
public sealed interface Listing {
  /**
   * A connector is called so.
   *
   * @param metadata the address of the folder with what is published of it, a folder a version
   */
  record Listed(ConnectorEntry entry, URI metadata) implements Listing {
    /** Where the manifest of that version is. */
    public URI manifest(String version) {
      return metadata.resolve(version + "/manifest.yaml");
    }
  }

  /** None is called so; {@code nearest} is what was probably meant. */
  record Unlisted(Optional<String> nearest) implements Listing {}

  /** The registry cannot be asked. */
  record Unknown(String why) implements Listing {}
}
