package org.airbytejdbc.cache.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class PlainStringTest {
  private static final byte[][] PIECES = {
    bytes("a"),
    bytes("0123456"),
    bytes("é"),
    bytes("€"),
    bytes("😀"),
    bytes("\\n"),
    bytes("\\/"),
    bytes("\\u00e9"),
    bytes("\\u20ac"),
    bytes("\\ud83d\\ude00"),
    bytes("\\u0000"),
    bytes("\\\""),
    // What is no text: broken escapes, control characters, and UTF-8 that RFC 3629 forbids.
    bytes("\\ud83d"),
    bytes("\\x"),
    bytes("\\u12"),
    bytes("\n"),
    bytes("\0"),
    bytes("\""),
    {(byte) 0x80},
    {(byte) 0xC0, (byte) 0x80},
    {(byte) 0xC3},
    {(byte) 0xE0, (byte) 0x80, (byte) 0x80},
    {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
    {(byte) 0xF4, (byte) 0x90, (byte) 0x80, (byte) 0x80},
    {(byte) 0xF5, (byte) 0x80, (byte) 0x80, (byte) 0x80},
    {(byte) 0xE2, (byte) 0x82}
  };

  /** Whether it is text, and what it says, as Jackson and the JDK have it. */
  @Test
  void stringsAreFoundAndReadAsOthersDo() {
    Random random = new Random(7);
    PlainString string = new PlainString();
    int plain = 0;
    for (int i = 0; i < 100_000; i++) {
      byte[] json = string(random);
      int past = string.past(json, 0, json.length);
      String expected = read(json);
      if (past == json.length) {
        plain++;
        byte[] target = new byte[json.length - 2];
        int length = PlainString.unescape(json, 1, json.length - 1, target);
        assertThat(new String(target, 0, length, UTF_8)).isEqualTo(expected);
        assertThat(string.isEscaped()).isEqualTo(new String(json, UTF_8).contains("\\"));
      } else if (past == PlainJson.NOT_PLAIN) {
        assertThat(expected).as(Arrays.toString(json)).isNull();
      }
    }
    assertThat(plain).isGreaterThan(10_000);
  }

  private static byte[] string(Random random) {
    ByteBuffer json = ByteBuffer.allocate(100).put((byte) '"');
    for (int count = random.nextInt(7); count > 0; count--) {
      json.put(PIECES[random.nextInt(random.nextBoolean() ? 12 : PIECES.length)]);
    }
    json.put((byte) '"');
    return Arrays.copyOf(json.array(), json.position());
  }

  private static @Nullable String read(byte[] json) {
    try {
      String decoded = UTF_8.newDecoder().decode(ByteBuffer.wrap(json)).toString();
      String text = JsonMapper.shared().readValue(decoded, String.class);
      return Surrogates.arePaired(text) ? text : null;
    } catch (CharacterCodingException | JacksonException e) {
      return null;
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
