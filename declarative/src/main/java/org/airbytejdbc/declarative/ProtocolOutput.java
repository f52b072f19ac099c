package org.airbytejdbc.declarative;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.airbytejdbc.connector.ConnectorListener;
import org.airbytejdbc.connector.protocol.LogMessage;
import org.airbytejdbc.connector.protocol.Message;
import org.airbytejdbc.connector.protocol.RecordMessage;
import org.airbytejdbc.connector.protocol.StateMessage;
import org.airbytejdbc.connector.protocol.StreamName;
import org.airbytejdbc.connector.protocol.TraceMessage;
import org.airbytejdbc.declarative.json.Json;
import org.jspecify.annotations.Nullable;

/** Prints messages of the protocol, one a line, as a platform reads them. Thread-safe. */
final class ProtocolOutput implements ConnectorListener {
  private final PrintStream out;
  private final Clock clock;
  private final Map<StreamName, Long> records = new LinkedHashMap<>();

  ProtocolOutput(PrintStream out, Clock clock) {
    this.out = out;
    this.clock = clock;
  }

  void print(String type, String field, @Nullable Object value) {
    Map<String, @Nullable Object> message = new LinkedHashMap<>();
    message.put("type", type);
    message.put(field, value);
    line(Json.write(message).getBytes(StandardCharsets.UTF_8));
  }

  private synchronized void line(byte[] message) {
    out.write(message, 0, message.length);
    out.write('\n');
  }

  void flush() {
    out.flush();
  }

  /** A message of a read. */
  void print(Message message) {
    if (message instanceof RecordMessage record) {
      records.merge(record.stream(), 1L, Long::sum);
      line(record.line());
    } else if (message instanceof StateMessage state) {
      String line = "{\"type\":\"STATE\",\"state\":" + state.json() + "}";
      line(line.getBytes(StandardCharsets.UTF_8));
    } else if (message instanceof TraceMessage.Status status) {
      print(status);
    } else if (message instanceof TraceMessage.Failure failure) {
      String stream = failure.stream().map(StreamName::name).orElse("");
      log(LogMessage.Level.ERROR, "Exception while syncing stream " + stream);
      failed(failure);
    }
  }

  private void print(TraceMessage.Status status) {
    StreamName stream = status.stream();
    switch (status.status()) {
      case STARTED -> info("Syncing stream: " + stream.name());
      case RUNNING -> info("Marking stream " + stream.name() + " as RUNNING");
      case COMPLETE, INCOMPLETE -> {
        long read = records.getOrDefault(stream, 0L);
        info("Read " + read + " records from " + stream.name() + " stream");
        info("Finished syncing " + stream.name());
      }
    }
    Map<String, @Nullable Object> shown = new LinkedHashMap<>();
    shown.put("stream_descriptor", Map.of("name", stream.name()));
    shown.put("status", status.status().name());
    trace("STREAM_STATUS", "stream_status", shown);
  }

  /** What failed, and whom it needs: the user, time, or the manifest's author. */
  void failed(TraceMessage.Failure failure) {
    Map<String, @Nullable Object> error = new LinkedHashMap<>();
    error.put("message", failure.message());
    error.put("internal_message", failure.internalMessage());
    error.put("failure_type", failure.failureType());
    failure.stream()
        .ifPresent(stream -> error.put("stream_descriptor", Map.of("name", stream.name())));
    trace("ERROR", "error", error);
  }

  void failed(String message, DeclarativeException.Failure type) {
    failed(
        new TraceMessage.Failure(
            message, message, type.name().toLowerCase(Locale.ROOT), Optional.empty()));
  }

  private void trace(String type, String field, Map<String, @Nullable Object> value) {
    Map<String, @Nullable Object> trace = new LinkedHashMap<>();
    trace.put("type", type);
    trace.put("emitted_at", clock.millis());
    trace.put(field, value);
    print("TRACE", "trace", trace);
  }

  void info(String message) {
    log(LogMessage.Level.INFO, message);
  }

  void log(LogMessage.Level level, String message) {
    print("LOG", "log", Map.of("level", level.name(), "message", message));
  }

  @Override
  public void log(String connector, LogMessage message) {
    log(message.level(), message.message());
  }

  @Override
  public void configChanged(String connector, String config) {
    Map<String, @Nullable Object> control = new LinkedHashMap<>();
    control.put("type", "CONNECTOR_CONFIG");
    control.put("emitted_at", clock.millis());
    control.put("connectorConfig", Map.of("config", Json.readObject(config)));
    print("CONTROL", "control", control);
  }
}
