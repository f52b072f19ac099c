package org.airbytejdbc.driver.procedure;

import java.util.Map;
import org.airbytejdbc.calcite.AttachedSource;
import org.airbytejdbc.connector.RunOptions;
import org.airbytejdbc.connector.protocol.ConnectorSpecification;

/** The sources of a connection, to be changed. Thread-safe. */
public interface SourceList {
  /**
   * Adds a source and finds out its streams; nothing is added if that fails.
   *
   * @param properties as in a URL; without {@code cache}, the source goes where the others are
   */
  AttachedSource add(String connector, Map<String, String> properties, RunOptions options);

  /** What a config of this connector looks like, which need be no source's. */
  ConnectorSpecification spec(String connector, RunOptions options);

  /** What holds these sources' connectors to what they are. */
  ConnectorLocks locks();

  /** The packages of connectors, whether of these sources or of none. */
  ConnectorPackages packages();

  /** Takes the source off this connection; its cached streams stay. */
  void remove(String name);
}
