package org.airbytejdbc.driver.command;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.airbytejdbc.cache.SyncProgress;
import org.airbytejdbc.cache.SyncReport;
import org.airbytejdbc.connector.protocol.LogMessage;

/** One bar for all that is being read, with the records of each table beside it. */
final class ProgressBarDisplay implements ProgressDisplay {
  private static final int WIDTH = 110;

  private final PrintStream err;
  private final boolean verbose;
  private final Map<String, SyncProgress> tables = new LinkedHashMap<>();
  private Optional<ProgressBar> bar = Optional.empty();
  private int running;

  ProgressBarDisplay(PrintStream err, boolean verbose) {
    this.err = err;
    this.verbose = verbose;
  }

  @Override
  public synchronized void preparing(String connector, String step) {
    err.println(connector + ": " + step);
  }

  @Override
  public synchronized void log(String connector, LogMessage message) {
    if (verbose) {
      err.println(connector + ": " + message.level() + " " + message.message());
    }
  }

  @Override
  public synchronized void warned(String connector, String warning) {
    err.println("Warning: " + connector + ": " + warning);
  }

  @Override
  public synchronized void started(String source, List<String> names) {
    running++;
    if (bar.isEmpty()) {
      bar = Optional.of(newBar());
    }
  }

  @Override
  public synchronized void progress(SyncProgress progress) {
    tables.put(progress.source() + "." + progress.table(), progress);
    bar.ifPresent(
        shown -> {
          shown.maxHint(expected());
          shown.stepTo(tables.values().stream().mapToLong(SyncProgress::records).sum());
          shown.setExtraMessage(
              tables.values().stream()
                  .map(each -> "%s %,d".formatted(each.table(), each.records()))
                  .collect(Collectors.joining(", ", " ", "")));
        });
  }

  @Override
  public synchronized void finished(SyncReport report) {
    running--;
    if (running <= 0) {
      close();
    }
  }

  @Override
  public synchronized void close() {
    bar.ifPresent(ProgressBar::close);
    bar = Optional.empty();
    tables.clear();
  }

  /** What all tables together will have, or -1 if any of them is not known. */
  private long expected() {
    return tables.values().stream().anyMatch(table -> table.estimatedRecords().isEmpty())
        ? -1
        : tables.values().stream().mapToLong(t -> t.estimatedRecords().getAsLong()).sum();
  }

  private ProgressBar newBar() {
    return new ProgressBarBuilder()
        .setTaskName("Reading")
        .setInitialMax(-1)
        .setStyle(ProgressBarStyle.ASCII)
        .setUpdateIntervalMillis(200)
        .setUnit(" records", 1)
        .showSpeed()
        .setConsumer(new ConsoleProgressBarConsumer(err, WIDTH))
        .build();
  }
}
