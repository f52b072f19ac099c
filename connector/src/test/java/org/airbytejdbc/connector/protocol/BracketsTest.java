package org.airbytejdbc.connector.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class BracketsTest {
  private static final String[] TEXTS = {
    "", "a", "}", "]{", "\"", "\\", "\\\"}", "plain text", "é😀", "{}[]".repeat(5), "\\".repeat(9)
  };

  @Test
  void endsWhereTheObjectEndsWhateverIsInItsStrings() {
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      String json = object(random, 3).toString();
      String before = "x".repeat(random.nextInt(9));
      String after = TEXTS[random.nextInt(TEXTS.length)];
      byte[] line = (before + json + after).getBytes(UTF_8);

      int past = Brackets.past(line, before.length(), line.length);

      assertThat(past).as(json).isEqualTo(before.length() + json.getBytes(UTF_8).length);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "{\"a\":1",
        "{\"a}",
        "{\"a\\\"}",
        "{\"abcdefghijklmno\":[}",
        "{\"abcdefghijklmno\\",
        "{[\"]]]]]]]]}}}}}}}}"
      })
  void isBeyondTheLineWhereNothingCloses(String json) {
    byte[] line = json.getBytes(UTF_8);

    assertThat(Brackets.past(line, 0, line.length)).isGreaterThan(line.length);
  }

  private static JsonNode object(Random random, int depth) {
    ObjectNode object = JsonMapper.shared().createObjectNode();
    for (int i = random.nextInt(4); i > 0; i--) {
      object.set(TEXTS[random.nextInt(TEXTS.length)] + i, value(random, depth));
    }
    return object;
  }

  private static JsonNode value(Random random, int depth) {
    if (depth > 0 && random.nextInt(3) == 0) {
      return object(random, depth - 1);
    }
    if (depth > 0 && random.nextInt(3) == 0) {
      ArrayNode array = JsonMapper.shared().createArrayNode();
      return array.add(value(random, depth - 1)).add(value(random, depth - 1));
    }
    return random.nextBoolean()
        ? JsonMapper.shared().getNodeFactory().numberNode(random.nextInt())
        : JsonMapper.shared().getNodeFactory().stringNode(TEXTS[random.nextInt(TEXTS.length)]);
  }
}
