package org.airbytejdbc.connector.launch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.airbytejdbc.connector.ConnectorException;
import org.airbytejdbc.connector.ConnectorException.Kind;
import org.airbytejdbc.connector.protocol.LogMessage;
import org.airbytejdbc.connector.protocol.LogMessage.Level;
import org.airbytejdbc.connector.protocol.Message;
import org.airbytejdbc.connector.protocol.StreamName;
import org.airbytejdbc.connector.protocol.TraceMessage;
import org.airbytejdbc.connector.protocol.TraceMessage.StreamStatus;

/**
 * Judges a run by what the connector said and how it ended.
 *
 * <p>It failed if the exit code is not 0, if it reported an error, or if a stream that it reported
 * on did not end COMPLETE. Old connectors report no statuses, so a stream without any is fine.
 */
final class RunVerdict {
  private static final int LONGEST_DETAIL = 2_000;
  private static final String TRACEBACK = "Traceback (most recent call last):";

  private final String connector;
  private final List<TraceMessage.Failure> failures = new ArrayList<>();
  private final Map<StreamName, StreamStatus> statuses = new LinkedHashMap<>();
  private String lastErrorLog = "";

  RunVerdict(String connector) {
    this.connector = connector;
  }

  /** Takes in a message, from which secrets have been removed. */
  void note(Message message) {
    if (message instanceof TraceMessage.Failure failure) {
      failures.add(failure);
    } else if (message instanceof TraceMessage.Status status) {
      statuses.put(status.stream(), status.status());
    } else if (message instanceof LogMessage log
        && (log.level() == Level.ERROR || log.level() == Level.FATAL)) {
      lastErrorLog = log.message();
    }
  }

  /** The failure of a run that is over, or empty if it went well. */
  Optional<ConnectorException> of(ExitCode exit, String stderr) {
    boolean complete = statuses.values().stream().allMatch(StreamStatus.COMPLETE::equals);
    if (exit.isGood() && failures.isEmpty() && complete) {
      return Optional.empty();
    }
    String how = exit.isGood() ? "" : " (" + exit + ")";
    String message = connector + " failed" + how + ": " + reason(stderr) + details(stderr);
    Kind kind = blamesConfig() ? Kind.INVALID_CONFIG : Kind.CONNECTOR_FAILED;
    return Optional.of(new ConnectorException(kind, message, guidance(exit)));
  }

  /** What the connector said last, for a failure that it gave no reason for; begins a new line. */
  String details(String stderr) {
    String internal =
        failures.stream()
            .map(TraceMessage.Failure::internalMessage)
            .filter(text -> !text.isBlank())
            .findFirst()
            .orElse("");
    return detail("internal message", internal)
        + detail("last error in its log", withoutFrames(lastErrorLog))
        + detail("end of its stderr", stderr);
  }

  private String reason(String stderr) {
    String told =
        failures.stream().map(RunVerdict::told).distinct().collect(Collectors.joining("; "));
    if (!told.isEmpty()) {
      return told;
    }
    String unfinished =
        statuses.entrySet().stream()
            .filter(entry -> entry.getValue() != StreamStatus.COMPLETE)
            .map(entry -> entry.getKey().toString())
            .collect(Collectors.joining(", "));
    if (!unfinished.isEmpty()) {
      return "it left incomplete: " + unfinished;
    }
    return Stream.of(lastErrorLog, stderr)
        .flatMap(text -> lastLine(text).stream())
        .findFirst()
        .orElse("it gave no reason");
  }

  private static String told(TraceMessage.Failure failure) {
    String words = failure.message().isBlank() ? failure.internalMessage() : failure.message();
    String text = words.isBlank() ? "it reported an error without words" : words.strip();
    return failure.stream().map(stream -> "stream " + stream + ": " + text).orElse(text);
  }

  private boolean blamesConfig() {
    return failures.stream().anyMatch(failure -> failure.failureType().equals("config_error"));
  }

  private String guidance(ExitCode exit) {
    if (blamesConfig()) {
      return "Correct the connector's config";
    }
    if (failures.stream().anyMatch(failure -> failure.failureType().equals("transient_error"))) {
      return "Try again later; what was read up to the last checkpoint is kept";
    }
    if (exit.outOfMemory()) {
      return "Raise its limit with memory=, or read fewer streams at once";
    }
    return exit.wasKilled()
        ? "The system may have run out of memory: give it more, or read fewer streams at once"
        : "Correct what it complains of and try again; what it checkpointed is kept";
  }

  /** Of Python's traceback the error itself: the way to it is in the log. */
  private static String withoutFrames(String log) {
    int traceback = log.indexOf(TRACEBACK);
    return traceback < 0 ? log : log.substring(0, traceback) + lastLine(log).orElse("");
  }

  private static Optional<String> lastLine(String text) {
    return text.lines().filter(line -> !line.isBlank()).reduce((a, b) -> b);
  }

  private static String detail(String title, String text) {
    if (text.isBlank()) {
      return "";
    }
    int from = Math.max(0, text.length() - LONGEST_DETAIL);
    return "\n" + title + ": " + text.substring(from).strip();
  }
}
