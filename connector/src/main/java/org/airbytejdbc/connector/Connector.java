package org.airbytejdbc.connector;

import java.util.List;
import org.airbytejdbc.connector.config.ConnectorConfig;
import org.airbytejdbc.connector.protocol.AirbyteCatalog;
import org.airbytejdbc.connector.protocol.ConnectionStatus;
import org.airbytejdbc.connector.protocol.ConnectorSpecification;
import org.airbytejdbc.connector.trace.TraceRequest;
import org.airbytejdbc.connector.trace.TraceStep;

/**
 * A connector that can be asked the four questions of the Airbyte protocol.
 *
 * <p>Thread-safe, and holds nothing open between calls: each call runs the connector once and ends
 * it. Every method fails with a {@link ConnectorException} that names the connector.
 */
public interface Connector {
  /** The name that people call it by, such as {@code source-faker}. */
  String name();

  /**
   * The version that runs, as far as it is known without starting it: a package's version, an
   * executable's path and modification time. Changes when the connector changes.
   */
  String version();

  /** Whether it can be run as it is, without being installed first. */
  boolean installed();

  /**
   * How it is run, and behind that each better way with why it is not taken, a sentence each. Where
   * none is taken yet, those that there are. Starts nothing and asks nobody.
   */
  List<String> ways();

  /** What a config for this connector looks like. */
  ConnectorSpecification spec(RunOptions options);

  /** Whether the config works, in the connector's own words. */
  ConnectionStatus check(ConnectorConfig config, RunOptions options);

  /** The streams that the config gives access to. */
  AirbyteCatalog discover(ConnectorConfig config, RunOptions options);

  /**
   * What it does for one slice of a stream, step by step, for its author. A slice that fails ends
   * with a step that says so. Fails with kind UNSUPPORTED where the connector is no manifest that
   * runs in this JVM.
   */
  default List<TraceStep> trace(TraceRequest request, RunOptions options) {
    throw new ConnectorException(
        ConnectorException.Kind.UNSUPPORTED,
        name() + " is no manifest that runs in this JVM, so what it does cannot be traced",
        "Its log is in airbyte.logs");
  }

  /** Starts a read. The caller closes the stream, which ends the connector. */
  MessageStream read(ReadRequest request, RunOptions options);
}
