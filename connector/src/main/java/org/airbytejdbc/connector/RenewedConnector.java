package org.airbytejdbc.connector;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.airbytejdbc.connector.config.ChangedConfigs;
import org.airbytejdbc.connector.config.ConnectorConfig;
import org.airbytejdbc.connector.protocol.AirbyteCatalog;
import org.airbytejdbc.connector.protocol.ConnectionStatus;
import org.airbytejdbc.connector.protocol.ConnectorSpecification;
import org.airbytejdbc.connector.protocol.LogMessage;

/** A connector that gets the config which it changed itself the last time that it ran. */
final class RenewedConnector implements Connector {
  private final Connector connector;
  private final ChangedConfigs configs;

  RenewedConnector(Connector connector, ChangedConfigs configs) {
    this.connector = requireNonNull(connector, "connector");
    this.configs = requireNonNull(configs, "configs");
  }

  @Override
  public String name() {
    return connector.name();
  }

  @Override
  public String version() {
    return connector.version();
  }

  @Override
  public boolean installed() {
    return connector.installed();
  }

  @Override
  public List<String> ways() {
    return connector.ways();
  }

  @Override
  public ConnectorSpecification spec(RunOptions options) {
    return connector.spec(options);
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
  public MessageStream read(ReadRequest request, RunOptions options) {
    ConnectorConfig config = request.config();
    return connector.read(
        new ReadRequest(current(config), request.catalog(), request.state()),
        keeping(config, options));
  }

  private ConnectorConfig current(ConnectorConfig given) {
    return configs.current(name(), given);
  }

  private RunOptions keeping(ConnectorConfig given, RunOptions options) {
    ConnectorListener others = options.listener();
    return options.heardBy(
        new ConnectorListener() {
          @Override
          public void configChanged(String connector, String config) {
            configs.keep(name(), given, config);
            others.configChanged(connector, config);
          }

          @Override
          public void log(String connector, LogMessage message) {
            others.log(connector, message);
          }

          @Override
          public void preparing(String connector, String step) {
            others.preparing(connector, step);
          }
        });
  }
}
