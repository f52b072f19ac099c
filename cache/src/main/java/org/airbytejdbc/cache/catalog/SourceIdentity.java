package org.airbytejdbc.cache.catalog;

import static java.util.Objects.requireNonNull;

import org.airbytejdbc.cache.Source;

/**
 * What a catalog was discovered with; another one may have another catalog.
 *
 * @param configHash SHA-256 of the config, which itself is never kept
 */
record SourceIdentity(String connector, String version, String configHash) {
  SourceIdentity {
    requireNonNull(connector, "connector");
    requireNonNull(version, "version");
    requireNonNull(configHash, "configHash");
  }

  /** Whether it is of the same connector with the same config, in whichever version. */
  boolean isLike(Source source) {
    return connector.equals(source.connector().name())
        && configHash.equals(source.config().fingerprint());
  }

  /**
   * @throws org.airbytejdbc.connector.ConnectorException if the connector cannot tell its version
   */
  static SourceIdentity of(Source source) {
    return new SourceIdentity(
        source.connector().name(), source.connector().version(), source.config().fingerprint());
  }
}
