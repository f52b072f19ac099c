package org.airbytejdbc.driver;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import org.airbytejdbc.cache.CacheLocation;
import org.airbytejdbc.driver.system.LogLine;

/** The last lines that connectors logged, a bounded number of bounded lines. Thread-safe. */
final class ConnectorLogs {
  private static final int MOST_LINES = 5_000;
  private static final int LONGEST_LINE = 2_000;

  /** Which source it was; two caches may have one of the same name. */
  record Origin(CacheLocation cache, String source) {}

  private record Kept(Origin origin, LogLine line) {}

  private final Deque<Kept> lines = new ArrayDeque<>();

  synchronized void add(Origin origin, LogLine line) {
    if (lines.size() == MOST_LINES) {
      lines.removeFirst();
    }
    lines.addLast(new Kept(origin, cut(line)));
  }

  /** Those of the origins that are asked for, the oldest first. */
  synchronized List<LogLine> of(Predicate<Origin> wanted) {
    return lines.stream().filter(kept -> wanted.test(kept.origin())).map(Kept::line).toList();
  }

  private static LogLine cut(LogLine line) {
    String message = line.message();
    return message.length() <= LONGEST_LINE
        ? line
        : new LogLine(
            line.at(),
            line.source(),
            line.connector(),
            line.level(),
            message.substring(0, LONGEST_LINE) + "…");
  }
}
