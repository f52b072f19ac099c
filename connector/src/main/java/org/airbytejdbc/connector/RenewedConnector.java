package org.airbytejdbc.connector;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.airbytejdbc.connector.config.ChangedConfigs;
import org.airbytejdbc.connector.config.ConnectorConfig;
import org.airbytejdbc.connector.protocol.AirbyteCatalog;
import org.airbytejdbc.connector.protocol.ConnectionStatus;
import org.airbytejdbc.connector.trace.TraceRequest;
import org.airbytejdbc.connector.trace.TraceStep;

/** A connector that gets the config which it changed itself the last time that it ran. */
record RenewedConnector(Connector connector, ChangedConfigs configs)
    implements ForwardingConnector {
  RenewedConnector {
    requireNonNull(connector, "connector");
    requireNonNull(configs, "configs");
  }

  @Override
  public ConnectionStatus check(ConnectorConfig config, RunOptions options) {
    return connector.check(current(config), keeping(config, options));
  }

  @Override
  public AirbyteCatalog discover(ConnectorConfig config, RunOptions options) {
    return connector.discover(current(config), keeping(config, options));
  }

  @Override
  public List<TraceStep> trace(TraceRequest request, RunOptions options) {
    ConnectorConfig config = request.config();
    return connector.trace(request.with(current(config)), keeping(config, options));
  }

  @Override
  public MessageStream read(ReadRequest request, RunOptions options) {
    ConnectorConfig config = request.config();
    return connector.read(request.with(current(config)), keeping(config, options));
  }

  private ConnectorConfig current(ConnectorConfig given) {
    return configs.current(name(), given);
  }

  private RunOptions keeping(ConnectorConfig given, RunOptions options) {
    return options.heardFirstBy(
        new ConnectorListener() {
          @Override
          public void configChanged(String connector, String config) {
            configs.keep(name(), given, config);
          }
        });
  }
}
