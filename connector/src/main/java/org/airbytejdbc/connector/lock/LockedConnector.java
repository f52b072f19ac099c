package org.airbytejdbc.connector.lock;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.airbytejdbc.connector.Connector;
import org.airbytejdbc.connector.ConnectorException;
import org.airbytejdbc.connector.ForwardingConnector;
import org.airbytejdbc.connector.MessageStream;
import org.airbytejdbc.connector.ReadRequest;
import org.airbytejdbc.connector.RunOptions;
import org.airbytejdbc.connector.config.ConnectorConfig;
import org.airbytejdbc.connector.protocol.AirbyteCatalog;
import org.airbytejdbc.connector.protocol.ConnectionStatus;
import org.airbytejdbc.connector.protocol.ConnectorSpecification;
import org.airbytejdbc.connector.trace.TraceRequest;
import org.airbytejdbc.connector.trace.TraceStep;

/**
 * A connector that is refused once it is another than the one that was locked: fails with a {@link
 * ConnectorException} of kind LOCK_FILE.
 */
public final class LockedConnector implements ForwardingConnector {
  private final Connector connector;
  private final ConnectorLock lock;
  private final Identified runs;
  private volatile Optional<String> held = Optional.empty();

  /**
   * @param runs what it is that runs
   */
  public LockedConnector(Connector connector, ConnectorLock lock, Identified runs) {
    this.connector = requireNonNull(connector, "connector");
    this.lock = requireNonNull(lock, "lock");
    this.runs = requireNonNull(runs, "runs");
  }

  @Override
  public Connector connector() {
    return connector;
  }

  /** What runs is only known once it has run. */
  @Override
  public ConnectorSpecification spec(RunOptions options) {
    String version = connector.version();
    ConnectorSpecification spec = connector.spec(options);
    lock.requireRuns(runs.identity());
    lock.requireSpec(Fingerprint.of(spec));
    held = Optional.of(version);
    return spec;
  }

  @Override
  public ConnectionStatus check(ConnectorConfig config, RunOptions options) {
    hold(options);
    ConnectionStatus status = connector.check(config, options);
    hold(options);
    return status;
  }

  @Override
  public AirbyteCatalog discover(ConnectorConfig config, RunOptions options) {
    hold(options);
    AirbyteCatalog catalog = connector.discover(config, options);
    hold(options);
    lock.requireCatalog(Fingerprint.of(catalog));
    return catalog;
  }

  @Override
  public List<TraceStep> trace(TraceRequest request, RunOptions options) {
    hold(options);
    return connector.trace(request, options);
  }

  @Override
  public MessageStream read(ReadRequest request, RunOptions options) {
    hold(options);
    MessageStream run = connector.read(request, options);
    try {
      hold(options);
      return run;
    } catch (ConnectorException e) {
      run.close();
      throw e;
    }
  }

  /**
   * Once a version: what it was held to before need not be looked at again. Before a run, and once
   * it is known what runs: an image's tag may have moved on.
   */
  private void hold(RunOptions options) {
    if (!held.equals(Optional.of(connector.version()))) {
      spec(options);
    }
  }
}
