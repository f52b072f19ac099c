package org.airbytejdbc.driver;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.airbytejdbc.cache.SyncProgress;
import org.airbytejdbc.cache.SyncReport;
import org.airbytejdbc.connector.protocol.LogMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the log, and an application that wants to hear, whatever it does with it. */
final class HeardConnection implements ConnectionListener {
  private static final Logger LOG = LoggerFactory.getLogger(HeardConnection.class);

  private final ProgressLog log = new ProgressLog();
  private final ConnectionListener application;

  HeardConnection(ConnectionListener application) {
    this.application = requireNonNull(application, "application");
  }

  @Override
  public void log(String connector, LogMessage message) {
    log.log(connector, message);
    tell(() -> application.log(connector, message));
  }

  @Override
  public void configChanged(String connector, String config) {
    log.configChanged(connector, config);
    tell(() -> application.configChanged(connector, config));
  }

  @Override
  public void preparing(String connector, String step) {
    log.preparing(connector, step);
    tell(() -> application.preparing(connector, step));
  }

  @Override
  public void warned(String connector, String warning) {
    log.warned(connector, warning);
    tell(() -> application.warned(connector, warning));
  }

  @Override
  public void started(String source, List<String> tables) {
    log.started(source, tables);
    tell(() -> application.started(source, tables));
  }

  @Override
  public void progress(SyncProgress progress) {
    log.progress(progress);
    tell(() -> application.progress(progress));
  }

  @Override
  public void finished(SyncReport report) {
    log.finished(report);
    tell(() -> application.finished(report));
  }

  private static void tell(Runnable call) {
    try {
      call.run();
    } catch (RuntimeException e) {
      LOG.warn("The application's listener failed", e);
    }
  }
}
