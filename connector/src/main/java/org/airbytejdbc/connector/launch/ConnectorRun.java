package org.airbytejdbc.connector.launch;

import java.io.IOException;
import java.util.Optional;
import org.airbytejdbc.connector.Cancellation;
import org.airbytejdbc.connector.ConnectorException;
import org.airbytejdbc.connector.ConnectorException.Kind;
import org.airbytejdbc.connector.MessageStream;
import org.airbytejdbc.connector.RunOptions;
import org.airbytejdbc.connector.config.ConnectorConfig;
import org.airbytejdbc.connector.protocol.ConnectionStatus;
import org.airbytejdbc.connector.protocol.ControlMessage;
import org.airbytejdbc.connector.protocol.LogMessage;
import org.airbytejdbc.connector.protocol.Message;
import org.airbytejdbc.connector.protocol.MessageReader;
import org.airbytejdbc.connector.protocol.RecordMessage;
import org.airbytejdbc.connector.protocol.TraceMessage;

/** The messages of a running connector, and the verdict at their end. Owns the program. */
final class ConnectorRun implements MessageStream {
  private final String connector;
  private final RunOptions options;
  private final RunningProgram program;
  private final MessageReader reader;
  private final RunVerdict verdict;
  private ConnectorConfig config;
  private boolean over;

  /**
   * @param program closed with this run
   * @param config whose secrets are taken out of what the connector says
   */
  ConnectorRun(
      String connector, RunningProgram program, ConnectorConfig config, RunOptions options) {
    this.connector = connector;
    this.options = options;
    this.config = config;
    this.program = program;
    this.reader = new MessageReader(connector, program.stdout(), options.lineLimit());
    this.verdict = new RunVerdict(connector);
  }

  @Override
  public Optional<Message> next() {
    while (!over) {
      options.cancellation().throwIfCancelled();
      Optional<Message> message = read();
      if (message.isEmpty()) {
        judge();
        over = true;
      } else if (message.get() instanceof RecordMessage) {
        return message;
      } else {
        Message clean = clean(message.get());
        verdict.note(clean);
        if (clean instanceof LogMessage log) {
          options.listener().log(connector, log);
        } else if (clean instanceof ControlMessage change) {
          config = config.changedTo(change.config());
          options.listener().configChanged(connector, change.config());
        } else {
          return Optional.of(clean);
        }
      }
    }
    return Optional.empty();
  }

  /** What the connector said besides its answer; begins a new line, may be empty. */
  String details() {
    return verdict.details(redact(program.stderr()));
  }

  @Override
  public void close() {
    program.close();
  }

  private Optional<Message> read() {
    try {
      return reader.next();
    } catch (IOException e) {
      judge();
      throw new ConnectorException(
          Kind.CONNECTOR_FAILED, "The output of " + connector + " broke off", "", e);
    } catch (ConnectorException e) {
      if (reader.endedWithinLine()) {
        judge(); // a program that died has more to tell than the line that it died in
      }
      throw e;
    }
  }

  /** Throws unless the connector ended by itself and well. */
  private void judge() {
    ExitCode exit = program.awaitExit();
    program.ending().ifPresent(this::throwEnded);
    verdict
        .of(exit, redact(program.stderr()))
        .ifPresent(
            failure -> {
              throw failure;
            });
  }

  private void throwEnded(Ending why) {
    throw switch (why) {
      case CANCELLED -> ConnectorException.stopped(Cancellation.Cause.CANCELLED);
      case TIMED_OUT -> ConnectorException.stopped(Cancellation.Cause.TIMED_OUT);
      case CLOSED ->
          new ConnectorException(Kind.CANCELLED, "The run of " + connector + " was closed", "");
      case IDLE ->
          new ConnectorException(
              Kind.IDLE_TIMEOUT,
              connector + " was silent for " + options.idleTimeout().toSeconds() + " s" + details(),
              "Try again, or raise idleTimeout if its source is known to be slow");
    };
  }

  private String redact(String text) {
    return config.redactor().redact(text);
  }

  private Message clean(Message message) {
    if (message instanceof LogMessage log) {
      return new LogMessage(log.level(), redact(log.message()));
    }
    if (message instanceof ConnectionStatus status) {
      return new ConnectionStatus(status.succeeded(), redact(status.message()));
    }
    if (message instanceof TraceMessage.Failure failure) {
      return new TraceMessage.Failure(
          redact(failure.message()),
          redact(failure.internalMessage()),
          failure.failureType(),
          failure.stream());
    }
    return message;
  }
}
