package org.airbytejdbc.declarative;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.airbytejdbc.connector.protocol.RecordMessage;
import org.airbytejdbc.connector.protocol.StateMessage;
import org.airbytejdbc.connector.protocol.StreamName;
import org.airbytejdbc.connector.protocol.TraceMessage;
import org.airbytejdbc.connector.protocol.TraceMessage.StreamStatus;
import org.airbytejdbc.declarative.json.Json;
import org.airbytejdbc.declarative.json.JsonRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

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

  /** As the CDK writes them: members that are null are left out, those of inner objects stay. */
  List<RecordMessage> records(List<Map<String, @Nullable Object>> records) {
    List<RecordMessage> messages = new ArrayList<>(records.size());
    Lines lines = new Lines();
    try (JsonGenerator json = Json.generator(lines)) {
      for (Map<String, @Nullable Object> record : records) {
        byte[] line =
            record instanceof JsonRecord asItCame
                ? asItCame.line(head, tail).orElseGet(() -> line(json, record, lines))
                : line(json, record, lines);
        messages.add(new RecordMessage(stream, line, head.length, line.length - tail.length));
      }
    }
    return messages;
  }

  private byte[] line(JsonGenerator json, Map<String, @Nullable Object> record, Lines lines) {
    write(json, record);
    return lines.take(json, head, tail);
  }

  private static void write(JsonGenerator json, Map<String, @Nullable Object> record) {
    json.writeStartObject();
    record.forEach(
        (name, value) -> {
          if (value != null) {
            json.writeName(name);
            Json.write(json, value);
          }
        });
    json.writeEndObject();
  }

  /** What was written last, without the space that tells one value from the next. */
  private static final class Lines extends ByteArrayOutputStream {
    byte[] take(JsonGenerator json, byte[] head, byte[] tail) {
      json.flush();
      int from = buf[0] == ' ' ? 1 : 0;
      byte[] line = new byte[head.length + count - from + tail.length];
      System.arraycopy(head, 0, line, 0, head.length);
      System.arraycopy(buf, from, line, head.length, count - from);
      System.arraycopy(tail, 0, line, line.length - tail.length, tail.length);
      reset();
      return line;
    }
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
