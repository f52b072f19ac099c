package org.airbytejdbc.connector.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the RECORD lines that {@link RecordScanner} leaves: rewrites the envelope plainly around
 * the data, which stays as it was written.
 */
final class RecordParser {
  /** Where the data is, as offsets in the line's bytes. */
  private record Extent(int from, int to) {}

  private RecordParser() {}

  /**
   * @param record the parsed object of that name, taken apart here
   * @param line the bytes that it was parsed from
   */
  static RecordMessage parse(ObjectNode record, byte[] line, int from, int to) {
    StreamName stream =
        StreamName.of(
            ProtocolJson.optionalString(record, "namespace").orElse(""),
            ProtocolJson.string(record, "stream"));
    ProtocolJson.object(record, "data");
    Extent data = data(line, from, to);
    record.remove("data");
    String rest = record.toString();
    String open =
        "{\"type\":\"RECORD\",\"record\":" + rest.substring(0, rest.length() - 1) + ",\"data\":";
    ByteArrayOutputStream plain = new ByteArrayOutputStream(to - from);
    plain.writeBytes(open.getBytes(UTF_8));
    int dataStart = plain.size();
    plain.write(line, data.from, data.to - data.from);
    int dataEnd = plain.size();
    plain.writeBytes("}}".getBytes(UTF_8));
    return new RecordMessage(stream, plain.toByteArray(), dataStart, dataEnd);
  }

  /** Of repeated keys the last counts, as in the parsed tree. */
  private static Extent data(byte[] line, int from, int to) {
    Extent data = new Extent(from, from);
    try (JsonParser parser = ProtocolJson.MAPPER.createParser(line, from, to - from)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String key = parser.currentName();
        if (parser.nextToken() == JsonToken.START_OBJECT && key.equals("record")) {
          while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String part = parser.currentName();
            parser.nextToken();
            int start = (int) parser.currentTokenLocation().getByteOffset();
            parser.skipChildren();
            if (part.equals("data")) {
              data =
                  new Extent(from + start, from + (int) parser.currentLocation().getByteOffset());
            }
          }
        } else {
          parser.skipChildren();
        }
      }
    }
    if (data.from < from || line[data.from] != '{') {
      throw new MalformedMessage("is not written in UTF-8");
    }
    return data;
  }
}
