package org.airbytejdbc.connector;

import java.util.List;
import org.airbytejdbc.connector.config.ConnectorConfig;
import org.airbytejdbc.connector.protocol.AirbyteCatalog;
import org.airbytejdbc.connector.protocol.ConnectionStatus;
import org.airbytejdbc.connector.protocol.ConnectorSpecification;
import org.airbytejdbc.connector.trace.TraceRequest;
import org.airbytejdbc.connector.trace.TraceStep;

/** A connector that answers as another does, but for what it overrides. */
public interface ForwardingConnector extends Connector {
  /** The other one. */
  Connector connector();

  @Override
  default String name() {
    return connector().name();
  }

  @Override
  default String version() {
    return connector().version();
  }

  @Override
  default boolean installed() {
    return connector().installed();
  }

  @Override
  default List<String> ways() {
    return connector().ways();
  }

  @Override
  default ConnectorSpecification spec(RunOptions options) {
    return connector().spec(options);
  }

  @Override
  default ConnectionStatus check(ConnectorConfig config, RunOptions options) {
    return connector().check(config, options);
  }

  @Override
  default AirbyteCatalog discover(ConnectorConfig config, RunOptions options) {
    return connector().discover(config, options);
  }

  @Override
  default List<TraceStep> trace(TraceRequest request, RunOptions options) {
    return connector().trace(request, options);
  }

  @Override
  default MessageStream read(ReadRequest request, RunOptions options) {
    return connector().read(request, options);
  }
}
