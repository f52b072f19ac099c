package org.airbytejdbc.connector.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.airbytejdbc.connector.protocol.LogMessage.Level;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Parses a whole line: every message but the plain RECORD. */
final class MessageParser {
  private static final int LONGEST_LOG = 10_000;

  private MessageParser() {}

  /**
   * The message in this range; empty for a type that this version does not know.
   *
   * @param whole whether the line had its end, or may have been cut short
   * @throws MalformedMessage for a message that the protocol does not allow
   */
  static Optional<Message> parse(byte[] line, int from, int to, boolean whole) {
    JsonNode tree;
    try {
      tree = ProtocolJson.MAPPER.readTree(line, from, to - from);
    } catch (JacksonException notJson) {
      if (beginsLikeMessage(line, from, to)) {
        if (!whole) {
          throw new MalformedMessage("is cut short after " + (to - from) + " bytes");
        }
        if (text(line, from, to).contains("\"type\"")) {
          throw new MalformedMessage("is broken JSON");
        }
      }
      return Optional.of(new LogMessage(Level.INFO, text(line, from, to)));
    }
    if (tree instanceof ObjectNode object && object.path("type").isString()) {
      return message(object, line, from, to);
    }
    return Optional.of(new LogMessage(Level.INFO, text(line, from, to)));
  }

  /** Whether the line could be a message, or its first part. */
  private static boolean beginsLikeMessage(byte[] line, int from, int to) {
    int at = from;
    while (at < to && line[at] == ' ') {
      at++;
    }
    if (at == to || line[at] != '{') {
      return false;
    }
    at++;
    while (at < to && line[at] == ' ') {
      at++;
    }
    return at == to || line[at] == '"';
  }

  private static Optional<Message> message(ObjectNode message, byte[] line, int from, int to) {
    return switch (message.path("type").stringValue()) {
      case "RECORD" -> {
        ObjectNode record = (ObjectNode) ProtocolJson.object(message, "record");
        yield Optional.of(RecordParser.parse(record, line, from, to));
      }
      case "STATE" -> Optional.of(StateParser.parse(ProtocolJson.object(message, "state")));
      case "LOG" -> Optional.of(log(ProtocolJson.object(message, "log")));
      case "TRACE" ->
          TraceParser.parse(ProtocolJson.object(message, "trace")).map(Message.class::cast);
      case "SPEC" -> Optional.of(spec(ProtocolJson.object(message, "spec")));
      case "CONNECTION_STATUS" ->
          Optional.of(status(ProtocolJson.object(message, "connectionStatus")));
      case "CATALOG" ->
          Optional.of(
              new CatalogMessage(CatalogJson.catalog(ProtocolJson.object(message, "catalog"))));
      case "CONTROL" -> control(ProtocolJson.object(message, "control"));
      default -> Optional.empty();
    };
  }

  private static LogMessage log(JsonNode log) {
    String written = ProtocolJson.optionalString(log, "level").orElse("").toUpperCase(Locale.ROOT);
    Level level =
        Stream.of(Level.values())
            .filter(known -> known.name().equals(written))
            .findFirst()
            .orElse(Level.INFO);
    return new LogMessage(level, ProtocolJson.optionalString(log, "message").orElse(""));
  }

  private static SpecMessage spec(JsonNode spec) {
    return new SpecMessage(
        new ConnectorSpecification(
            ProtocolJson.object(spec, "connectionSpecification").toString(),
            ProtocolJson.optionalString(spec, "documentationUrl")));
  }

  private static ConnectionStatus status(JsonNode connectionStatus) {
    String status = ProtocolJson.string(connectionStatus, "status");
    String message = ProtocolJson.optionalString(connectionStatus, "message").orElse("");
    return new ConnectionStatus(status.equals("SUCCEEDED"), message);
  }

  private static Optional<Message> control(JsonNode control) {
    if (!ProtocolJson.string(control, "type").equals("CONNECTOR_CONFIG")) {
      return Optional.empty();
    }
    JsonNode config = ProtocolJson.object(control, "connectorConfig");
    return Optional.of(new ControlMessage(ProtocolJson.object(config, "config").toString()));
  }

  private static String text(byte[] line, int from, int to) {
    int length = Math.min(to - from, LONGEST_LOG);
    String text = new String(line, from, length, UTF_8);
    return length == to - from ? text : text + "… (" + (to - from) + " bytes)";
  }
}
