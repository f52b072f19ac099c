package org.airbytejdbc.declarative;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.airbytejdbc.connector.protocol.RecordMessage;
import org.airbytejdbc.connector.protocol.StateMessage;
import org.airbytejdbc.connector.protocol.StreamName;
import org.airbytejdbc.connector.protocol.TraceMessage;
import org.airbytejdbc.connector.protocol.TraceMessage.StreamStatus;
import org.jspecify.annotations.Nullable;

/** What there is to say of one stream, as messages of the protocol. */
final class ReadMessages {
  private final StreamName stream;
  private final byte[] head;
  private final byte[] tail;

  ReadMessages(String name, long emittedAt) {
    this.stream = StreamName.of(name);
    this.head =
        ("{\"type\":\"RECORD\",\"record\":{\"stream\":" + Json.write(name) + ",\"data\":")
            .getBytes(StandardCharsets.UTF_8);
    this.tail = (",\"emitted_at\":" + emittedAt + "}}").getBytes(StandardCharsets.UTF_8);
  }

  /** As the CDK writes it: members that are null are left out, those of inner objects stay. */
  RecordMessage record(Map<String, @Nullable Object> record) {
    Map<String, @Nullable Object> given = new LinkedHashMap<>(record);
    given.values().removeIf(Objects::isNull);
    byte[] data = Json.bytes(given);
    var line = new ByteArrayOutputStream(head.length + data.length + tail.length);
    line.writeBytes(head);
    line.writeBytes(data);
    line.writeBytes(tail);
    return new RecordMessage(stream, line.toByteArray(), head.length, head.length + data.length);
  }

  StateMessage state(Map<String, @Nullable Object> state) {
    Map<String, @Nullable Object> inner = new LinkedHashMap<>();
    inner.put("stream_descriptor", Map.of("name", stream.name()));
    inner.put("stream_state", state);
    Map<String, @Nullable Object> outer = new LinkedHashMap<>();
    outer.put("type", "STREAM");
    outer.put("stream", inner);
    return new StateMessage.OfStream(stream, Json.write(outer));
  }

  TraceMessage status(StreamStatus status) {
    return new TraceMessage.Status(stream, status);
  }

  /** Why the stream was not read to its end. */
  TraceMessage failure(RuntimeException cause) {
    String type =
        cause instanceof DeclarativeException known
            ? known.failure().name().toLowerCase(Locale.ROOT)
            : "system_error";
    String message = String.valueOf(cause.getMessage());
    return new TraceMessage.Failure(message, message, type, Optional.of(stream));
  }

  String stream() {
    return stream.name();
  }
}
