package org.airbytejdbc.driver.command;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.airbytejdbc.cache.SyncProgress;
import org.airbytejdbc.cache.SyncReport;
import org.airbytejdbc.cache.SyncReport.StreamReport;
import org.airbytejdbc.connector.protocol.LogMessage;

/** A line every few seconds, for logs and pipes. */
final class ProgressLines implements ProgressDisplay {
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final PrintStream err;
  private final boolean verbose;
  private final Map<String, Duration> told = new ConcurrentHashMap<>();

  ProgressLines(PrintStream err, boolean verbose) {
    this.err = err;
    this.verbose = verbose;
  }

  @Override
  public void preparing(String connector, String step) {
    err.println(connector + ": " + step);
  }

  @Override
  public void log(String connector, LogMessage message) {
    if (verbose) {
      err.println(connector + ": " + message.level() + " " + message.message());
    }
  }

  @Override
  public void warned(String connector, String warning) {
    err.println("Warning: " + connector + ": " + warning);
  }

  @Override
  public void started(String source, List<String> tables) {
    err.println(source + ": reading " + String.join(", ", tables));
  }

  @Override
  public void progress(SyncProgress progress) {
    String table = progress.source() + "." + progress.table();
    Duration last = told.putIfAbsent(table, progress.elapsed());
    if (last != null && progress.elapsed().compareTo(last.plus(PAUSE)) >= 0) {
      told.put(table, progress.elapsed());
      err.printf("%s: %,d records%n", table, progress.records());
    }
  }

  @Override
  public void finished(SyncReport report) {
    for (StreamReport stream : report.streams()) {
      err.printf(
          "%s.%s: %,d records, %,d rows%n",
          report.source(), stream.table(), stream.records(), stream.rows());
    }
    err.printf("%s: read in %.1f s%n", report.source(), report.elapsed().toMillis() / 1e3);
  }

  @Override
  public void close() {}
}
