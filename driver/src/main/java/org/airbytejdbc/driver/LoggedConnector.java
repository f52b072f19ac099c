package org.airbytejdbc.driver;

import java.time.Instant;
import java.util.List;
import org.airbytejdbc.connector.Connector;
import org.airbytejdbc.connector.ConnectorListener;
import org.airbytejdbc.connector.ForwardingConnector;
import org.airbytejdbc.connector.MessageStream;
import org.airbytejdbc.connector.ReadRequest;
import org.airbytejdbc.connector.RunOptions;
import org.airbytejdbc.connector.config.ConnectorConfig;
import org.airbytejdbc.connector.protocol.AirbyteCatalog;
import org.airbytejdbc.connector.protocol.ConnectionStatus;
import org.airbytejdbc.connector.protocol.ConnectorSpecification;
import org.airbytejdbc.connector.protocol.LogMessage;
import org.airbytejdbc.connector.trace.TraceRequest;
import org.airbytejdbc.connector.trace.TraceStep;
import org.airbytejdbc.driver.system.LogLine;

/** A source's connector, whose log is kept besides being told to its listener. */
record LoggedConnector(Connector connector, ConnectorLogs.Origin origin, ConnectorLogs logs)
    implements ForwardingConnector {
  @Override
  public ConnectorSpecification spec(RunOptions options) {
    return connector.spec(kept(options));
  }

  @Override
  public ConnectionStatus check(ConnectorConfig config, RunOptions options) {
    return connector.check(config, kept(options));
  }

  @Override
  public AirbyteCatalog discover(ConnectorConfig config, RunOptions options) {
    return connector.discover(config, kept(options));
  }

  @Override
  public List<TraceStep> trace(TraceRequest request, RunOptions options) {
    return connector.trace(request, kept(options));
  }

  @Override
  public MessageStream read(ReadRequest request, RunOptions options) {
    return connector.read(request, kept(options));
  }

  private RunOptions kept(RunOptions options) {
    return options.heardFirstBy(new Keeping());
  }

  private final class Keeping implements ConnectorListener {
    @Override
    public void log(String name, LogMessage message) {
      keep(name, message.level().name(), message.message());
    }

    @Override
    public void preparing(String name, String step) {
      keep(name, LogMessage.Level.INFO.name(), step);
    }

    @Override
    public void warned(String name, String warning) {
      keep(name, LogMessage.Level.WARN.name(), warning);
    }

    @Override
    public void configChanged(String name, String config) {
      keep(
          name, LogMessage.Level.INFO.name(), "changed its config, which is kept for the next run");
    }

    private void keep(String name, String level, String message) {
      logs.add(origin, new LogLine(Instant.now(), origin.source(), name, level, message));
    }
  }
}
