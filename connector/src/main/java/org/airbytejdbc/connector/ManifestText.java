package org.airbytejdbc.connector;

import static java.util.Objects.requireNonNull;

import org.airbytejdbc.connector.protocol.ConnectorSpecification;

/**
 * A manifest for an engine that is not in this JVM.
 *
 * @param text YAML
 * @param spec as the manifest has it
 */
public record ManifestText(String text, ConnectorSpecification spec) {
  /** In bytes. The longest that is published has a twentieth of it. */
  public static final int LONGEST = 16 << 20;

  public ManifestText {
    requireNonNull(text, "text");
    requireNonNull(spec, "spec");
  }
}
