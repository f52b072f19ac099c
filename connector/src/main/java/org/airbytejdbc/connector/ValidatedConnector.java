package org.airbytejdbc.connector;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.airbytejdbc.connector.config.ConfigValidator;
import org.airbytejdbc.connector.config.ConnectorConfig;
import org.airbytejdbc.connector.protocol.AirbyteCatalog;
import org.airbytejdbc.connector.protocol.ConnectionStatus;
import org.airbytejdbc.connector.protocol.ConnectorSpecification;
import org.airbytejdbc.connector.trace.TraceRequest;
import org.airbytejdbc.connector.trace.TraceStep;

/**
 * A connector whose spec is kept, and that is only run with configs that fit its spec. A config is
 * validated once, not at every run.
 */
final class ValidatedConnector implements ForwardingConnector {
  /** The last config that was found to fit, and how the connector gets it. */
  private record Fitted(String version, ConnectorConfig given, ConnectorConfig fitting) {}

  private final Connector connector;
  private final KeptSpecs specs;
  private volatile Optional<Fitted> last = Optional.empty();

  ValidatedConnector(Connector connector, KeptSpecs specs) {
    this.connector = requireNonNull(connector, "connector");
    this.specs = requireNonNull(specs, "specs");
  }

  @Override
  public Connector connector() {
    return connector;
  }

  @Override
  public ConnectorSpecification spec(RunOptions options) {
    return specs.get(connector, options);
  }

  @Override
  public ConnectionStatus check(ConnectorConfig config, RunOptions options) {
    return connector.check(fit(config, options), options);
  }

  @Override
  public AirbyteCatalog discover(ConnectorConfig config, RunOptions options) {
    return connector.discover(fit(config, options), options);
  }

  @Override
  public List<TraceStep> trace(TraceRequest request, RunOptions options) {
    return connector.trace(request.with(fit(request.config(), options)), options);
  }

  @Override
  public MessageStream read(ReadRequest request, RunOptions options) {
    return connector.read(request.with(fit(request.config(), options)), options);
  }

  private ConnectorConfig fit(ConnectorConfig config, RunOptions options) {
    Optional<Fitted> known = last;
    if (known.isPresent()
        && known.get().given().equals(config)
        && known.get().version().equals(connector.version())) {
      return known.get().fitting();
    }
    ConfigValidator validator = new ConfigValidator(name(), spec(options));
    validator.warnings(config).forEach(one -> options.listener().warned(name(), one));
    ConnectorConfig fitting = validator.fit(config);
    last = Optional.of(new Fitted(connector.version(), config, fitting));
    return fitting;
  }
}
