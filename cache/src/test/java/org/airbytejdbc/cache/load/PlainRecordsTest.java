package org.airbytejdbc.cache.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.airbytejdbc.connector.ConnectorException;
import org.airbytejdbc.connector.protocol.MessageReader;
import org.airbytejdbc.connector.protocol.RecordMessage;
import org.airbytejdbc.connector.schema.AirbyteType.Simple;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;

class PlainRecordsTest {
  private static final int LINES = 200_000;
  private static final String MARKS = "{}[],:\"\\ 1t";

  /** Lines of which some characters were dropped, added or replaced; Jackson is the judge. */
  @Test
  void whatIsBrokenIsNotPlain() throws IOException {
    Random random = new Random(3);
    RandomJson json = new RandomJson(3);
    PlainRecords records =
        new PlainRecords(
            List.of(
                LoadedTable.column("a", Simple.JSON),
                LoadedTable.column("b", Simple.STRING),
                LoadedTable.column("c", Simple.NUMBER)));
    int plain = 0;
    int broken = 0;
    for (int i = 0; i < LINES; i++) {
      StringBuilder line =
          new StringBuilder("{\"type\":\"RECORD\",\"record\":{\"stream\":\"s\",\"data\":{\"a\":[")
              .append(json.value())
              .append(",{}],\"b\":")
              .append(json.value())
              .append(",\"c\":1.5,\"d\":{\"e\":\"\"}},\"emitted_at\":1,\"meta\":{\"f\":[]}}}\n");
      for (int times = random.nextInt(3); times > 0; times--) {
        breakOff(line, random);
      }
      byte[] bytes = line.toString().getBytes(UTF_8);
      Optional<RecordMessage> record = record(bytes);
      if (record.isPresent() && records.add(record.get())) {
        plain++;
        assertThat(isJson(bytes)).as(line.toString()).isTrue();
      } else if (record.isPresent() && !isJson(bytes)) {
        broken++;
      }
    }
    assertThat(plain).isGreaterThan(LINES / 4);
    assertThat(broken).isGreaterThan(LINES / 20);
    assertThat(records.rows()).isEqualTo(plain);
  }

  private static void breakOff(StringBuilder line, Random random) {
    int at = random.nextInt(line.length() - 1);
    char mark = MARKS.charAt(random.nextInt(MARKS.length()));
    switch (random.nextInt(3)) {
      case 0 -> line.deleteCharAt(at);
      case 1 -> line.insert(at, mark);
      default -> line.setCharAt(at, mark);
    }
  }

  private static Optional<RecordMessage> record(byte[] line) throws IOException {
    try {
      return new MessageReader("test", new ByteArrayInputStream(line), line.length)
          .next()
          .filter(RecordMessage.class::isInstance)
          .map(RecordMessage.class::cast);
    } catch (ConnectorException notAMessage) {
      return Optional.empty();
    }
  }

  private static boolean isJson(byte[] bytes) {
    try (JsonParser parser = StrictJson.parser(new ByteArrayInputStream(bytes))) {
      parser.nextToken();
      parser.skipChildren();
      return parser.nextToken() == null;
    } catch (JacksonException e) {
      return false;
    }
  }
}
