package org.airbytejdbc.connector.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.airbytejdbc.connector.ConnectorException;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

class MessageReaderFuzzTest {
  private static final List<String> PIECES =
      List.of(
          "{",
          "}",
          "[",
          "]",
          ":",
          ",",
          "\"",
          "\\",
          "\\\"",
          "\\u0041",
          " ",
          "\r",
          "\0",
          "null",
          "1e5",
          "\"type\"",
          "\"RECORD\"",
          "\"record\"",
          "\"stream\"",
          "\"namespace\"",
          "\"data\"",
          "\"x\"",
          "{\"type\":\"RECORD\",\"record\":",
          "{\"stream\":\"s\",\"data\":",
          "{}",
          "é",
          "😀");

  private static final String IN_ORDER =
      "{\"type\":\"RECORD\",\"record\":{\"stream\":\"users\",\"data\":{\"a\":\"x\"},"
          + "\"emitted_at\":1,\"namespace\":\"n\"}}";

  private static final String IN_OTHER_ORDER =
      "{\"type\": \"RECORD\",\"record\":{\"namespace\":null,\"data\":{\"a\":\"\\\"{\",\"b\":[1,{\"c\":-1.5}]},"
          + "\"stream\":\"s\\u0041\",\"emitted_at\":1.5,\"meta\":{\"changes\":[]}},\"more\":[true]}";

  /** Each repetition is a seed. */
  @RepeatedTest(20)
  void readsWhatJacksonReadsAndFailsOnlyAsAConnector(RepetitionInfo repetition) throws IOException {
    Random random = new Random(repetition.getCurrentRepetition());
    int records = 0;
    for (int i = 0; i < 5_000; i++) {
      byte[] line = random.nextBoolean() ? pieces(random) : mutated(random);
      if (isSameAsJacksonSays(line)) {
        records++;
      }
    }
    assertThat(records).as("lines that were still records").isGreaterThan(100);
  }

  private static boolean isSameAsJacksonSays(byte[] line) throws IOException {
    try {
      var reader = new MessageReader("source-x", new ByteArrayInputStream(line), 1 << 20);
      var message = reader.next();
      if (message.isPresent() && message.get() instanceof RecordMessage record) {
        JsonNode tree;
        try {
          tree = ProtocolJson.MAPPER.readTree(line);
        } catch (JacksonException brokenInside) {
          return false;
        }
        assertThat(ProtocolJson.MAPPER.readTree(record.data()))
            .as(new String(line, UTF_8))
            .isEqualTo(tree.path("record").path("data"));
        assertThat(record.stream().name()).isEqualTo(tree.path("record").path("stream").asString());
        return true;
      }
    } catch (ConnectorException e) {
      assertThat(e.kind()).isEqualTo(ConnectorException.Kind.PROTOCOL_VIOLATION);
    }
    return false;
  }

  /** What is remembered of one line does not change what the next one is. */
  @RepeatedTest(20)
  void readsALineTheSameWhateverCameBefore(RepetitionInfo repetition) throws IOException {
    Random random = new Random(repetition.getCurrentRepetition());
    RecordScanner experienced = new RecordScanner();
    int records = 0;
    for (int i = 0; i < 5_000; i++) {
      byte[] line = mutated(random);
      byte[] buffer = (" ".repeat(i % 3) + new String(line, UTF_8)).getBytes(UTF_8);
      String seen = told(experienced.scan(buffer, i % 3, buffer.length));
      assertThat(seen)
          .as(new String(line, UTF_8))
          .isEqualTo(told(new RecordScanner().scan(line, 0, line.length)));
      records += seen.isEmpty() ? 0 : 1;
    }
    assertThat(records).isGreaterThan(1000);
  }

  private static String told(Optional<Message> message) {
    return message
        .map(RecordMessage.class::cast)
        .map(
            record ->
                record.stream() + " " + record.data() + " " + new String(record.line(), UTF_8))
        .orElse("");
  }

  private static byte[] pieces(Random random) {
    StringBuilder line = new StringBuilder();
    for (int i = random.nextInt(25); i > 0; i--) {
      line.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return line.toString().getBytes(UTF_8);
  }

  /** A good record with a few bytes changed, taken out or put in. */
  private static byte[] mutated(Random random) {
    StringBuilder line = new StringBuilder(random.nextBoolean() ? IN_OTHER_ORDER : IN_ORDER);
    for (int i = random.nextInt(3); i > 0; i--) {
      int at = random.nextInt(line.length());
      switch (random.nextInt(3)) {
        case 0 -> line.setCharAt(at, (char) random.nextInt(256));
        case 1 -> line.deleteCharAt(at);
        default -> line.insert(at, PIECES.get(random.nextInt(PIECES.size())));
      }
    }
    return line.toString().getBytes(UTF_8);
  }
}
