package org.airbytejdbc.declarative.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonPageTest {
  private static final byte[] NONE = {};

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{}]",
        "[{\"a\":1}]",
        " [ { \"a\" : 1 , \"b\" : [ ] , \"c\" : { } } , { } ] \n",
        "[{\"a\":null,\"b\":{\"c\":null},\"d\":null}]",
        "[{\"a\":null}]",
        "{\"data\":[{\"a\":1},{\"a\":2}],\"next\":\"x\\u00e9\",\"total\":1.50,\"none\":null}",
        "{\"data\":{\"items\":[{\"a\":[{\"b\":1}]}]},\"ids\":[1,2,{\"x\":1}],\"empty\":[]}",
        "{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":[{\"b\":1}]}}}}}}}",
        "{\"a\":1,\"a\":[{\"b\":2}]}",
        "[{\"n\":[0,-1,10,123456789012345678901234567890,0.5,-0.0,1.0,1.50,1e5,1E-7,0.001,0.00099]}]",
        "[{\"n\":[12.345678901234567,1234567.5,12345678.5,100.0,2.0E-3,9007199254740993.0,4.35]}]",
        "[{\"s\":\"a\\\"b\\\\c\\/d\\b\\f\\n\\r\\t\\u003c\\u00e9\\ud83d\\ude00\\u20ac\"}]",
        "[{\"é😀\":\"ü€\",\"\\u0061b\":1,\"x\\ny\":2}]",
        "[{\"a\":\"}]{[,:\",\"b\":true,\"c\":false}]"
      })
  void valuesAndLinesAreThoseOfTheGeneralReader(String json) {
    Object page = JsonPage.read(json.getBytes(UTF_8)).orElseThrow();
    assertThat(lines(page)).isEqualTo(lines(JsonValues.read(json)));
    assertThat(page).isEqualTo(JsonValues.read(json));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        "null",
        "\"[]\"",
        "[{]",
        "[{}",
        "[{}] x",
        "[{}][{}]",
        "[{},]",
        "[{}, 1]",
        "[{\"a\"}]",
        "[{\"a\":}]",
        "[{\"a\":1,}]",
        "[{\"a\":1 \"b\":2}]",
        "[{a:1}]",
        "[{\"a\":1,\"a\":2}]",
        "[{\"a\":{\"b\":1,\"\\u0062\":2}}]",
        "[{\"a\":01}]",
        "[{\"a\":-0}]",
        "[{\"a\":1.}]",
        "[{\"a\":.5}]",
        "[{\"a\":+1}]",
        "[{\"a\":1e}]",
        "[{\"a\":1e400}]",
        "[{\"a\":NaN}]",
        "[{\"a\":nul}]",
        "[{\"a\":nullx}]",
        "[{\"a\":\"\\x\"}]",
        "[{\"a\":\"\\u00g0\"}]",
        "[{\"a\":\"\\ud83d\"}]",
        "[{\"a\":\"\\u0022\"}]",
        "[{\"a\":\"\\",
        "[{\"a\":\"\n\"}]",
        "[{\"a\":\"",
        "{\"a\":[{}]"
      })
  void whatIsInDoubtIsLeftToTheGeneralReader(String json) {
    assertThat(JsonPage.read(json.getBytes(UTF_8))).isEmpty();
  }

  @Test
  void bytesThatAreNoTextAreInDoubt() {
    for (int[] bytes :
        new int[][] {
          {0x80},
          {0xc0, 0x80},
          {0xc3},
          {0xe0, 0x80, 0x80},
          {0xed, 0xa0, 0x80},
          {0xf0, 0x80, 0x80, 0x80},
          {0xf4, 0x90, 0x80, 0x80},
          {0xf5, 0x80, 0x80, 0x80},
          {0xe2, 0x82},
          {0xff}
        }) {
      StringBuilder json = new StringBuilder("[{\"a\":\"");
      for (int b : bytes) {
        json.append((char) b);
      }
      assertThat(JsonPage.read((json + "\"}]").getBytes(ISO_8859_1))).isEmpty();
    }
  }

  @Test
  void aPlainMemberIsToldWithoutReadingTheRecord() {
    JsonRecord record =
        record("[{\"x\":{\"id\":2},\"s\":\"a\\\"}\",\"\\u0069e\":3,\"id\":\"q\",\"n\":null}]");
    assertThat(record.get("n")).isNull();
    assertThat(record.get("s")).isEqualTo("a\"}");
    assertThat(record.line(NONE, NONE)).isPresent();
  }

  @Test
  void aRecordThatWasReadMayBeChangedAndIsWrittenAnew() {
    JsonRecord record = record("[{\"a\":{\"b\":1}}]");
    assertThat(record.get("a")).isEqualTo(Map.of("b", 1L));
    assertThat(record.line(NONE, NONE)).isEmpty();
    record.put("c", 2L);
    record.remove("a");
    assertThat(record).isEqualTo(Map.of("c", 2L)).hasSize(1);
  }

  @Test
  void numbersOfManyFormsAreWrittenAsByTheGeneralWriter() {
    Random random = new Random(7);
    List<String> numbers = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      long whole = Math.floorMod(random.nextLong(), (long) Math.pow(10, random.nextInt(9)) + 1);
      long fraction = Math.floorMod(random.nextLong(), (long) Math.pow(10, random.nextInt(12)) + 1);
      String exponent = i % 10 == 0 ? "e" + (random.nextInt(40) - 20) : "";
      numbers.add((i % 3 == 0 ? "-" : "") + whole + "." + fraction + exponent);
    }
    String json = "[{\"n\":[" + String.join(",", numbers) + "]}]";
    assertThat(lines(JsonPage.read(json.getBytes(UTF_8)).orElseThrow()))
        .isEqualTo(lines(JsonValues.read(json)));
  }

  private static JsonRecord record(String json) {
    List<?> records = (List<?>) JsonPage.read(json.getBytes(UTF_8)).orElseThrow();
    return (JsonRecord) records.get(0);
  }

  /** As records are written, wherever they are in the value. */
  private static List<String> lines(@Nullable Object value) {
    List<String> lines = new ArrayList<>();
    if (value instanceof JsonRecord record) {
      lines.add(new String(record.line(NONE, NONE).orElseThrow(), UTF_8));
    } else if (value instanceof List<?> list) {
      list.forEach(item -> lines.addAll(item instanceof Map<?, ?> ? record(item) : lines(item)));
    } else if (value instanceof Map<?, ?> map) {
      map.values().forEach(member -> lines.addAll(lines(member)));
    }
    return lines;
  }

  private static List<String> record(Object item) {
    if (item instanceof JsonRecord record) {
      return lines(record);
    }
    Map<String, @Nullable Object> kept = new LinkedHashMap<>();
    ((Map<?, ?>) item).forEach((name, value) -> kept.put(String.valueOf(name), value));
    kept.values().removeIf(Objects::isNull);
    return List.of(Json.write(kept));
  }
}
