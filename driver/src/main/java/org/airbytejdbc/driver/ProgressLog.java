package org.airbytejdbc.driver;

import java.util.List;
import org.airbytejdbc.cache.SyncListener;
import org.airbytejdbc.cache.SyncProgress;
import org.airbytejdbc.cache.SyncReport;
import org.airbytejdbc.cache.SyncReport.StreamReport;
import org.airbytejdbc.connector.ConnectorListener;
import org.airbytejdbc.connector.protocol.LogMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Tells the log what connectors do and how syncs go. Thread-safe. */
final class ProgressLog implements ConnectorListener, SyncListener {
  private static final Logger LOG = LoggerFactory.getLogger("org.airbytejdbc");

  @Override
  public void log(String connector, LogMessage message) {
    Level level =
        switch (message.level()) {
          case FATAL, ERROR -> Level.ERROR;
          case WARN -> Level.WARN;
          case INFO -> Level.INFO;
          case DEBUG -> Level.DEBUG;
          case TRACE -> Level.TRACE;
        };
    LOG.atLevel(level).log("{}: {}", connector, message.message());
  }

  @Override
  public void preparing(String connector, String step) {
    LOG.info("{}: {}", connector, step);
  }

  @Override
  public void warned(String connector, String warning) {
    LOG.warn("{}: {}", connector, warning);
  }

  @Override
  public void started(String source, List<String> tables) {
    LOG.info("{}: reading {}", source, String.join(", ", tables));
  }

  @Override
  public void progress(SyncProgress progress) {
    LOG.debug("{}.{}: {} records", progress.source(), progress.table(), progress.records());
  }

  @Override
  public void finished(SyncReport report) {
    for (StreamReport stream : report.streams()) {
      LOG.info(
          "{}.{}: {} records read, {} rows after {} ms",
          report.source(),
          stream.table(),
          stream.records(),
          stream.rows(),
          report.elapsed().toMillis());
    }
  }
}
