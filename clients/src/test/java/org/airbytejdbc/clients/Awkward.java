package org.airbytejdbc.clients;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.airbytejdbc.testing.ScriptedConnector;

/**
 * A source of {@link #STREAMS} streams: one with every type, one with columns that are hard to
 * name, some that are hard to name themselves, and many plain ones, each with {@link #ROWS} rows.
 */
record Awkward(ScriptedConnector connector, String url) implements Source {
  static final int STREAMS = 500;
  static final int ROWS = 3;

  /** Names of streams and of columns: reserved words, quotes, wildcards, doubles, other scripts. */
  static final List<String> HOSTILE_NAMES =
      List.of(
          "select",
          "order",
          "user",
          "Group By",
          "quo\"te",
          "it's",
          "semi;colon",
          "100%",
          "a_b",
          "a.b",
          "axb",
          "back\\slash",
          "--comment",
          "UPPER",
          "upper",
          "2024",
          "ünïcode",
          "☃",
          "x".repeat(200));

  /** Columns of the stream {@code everything}: its fields, as JSON Schema. */
  private static final String EVERYTHING =
      """
      {"id": {"type": "integer"},
       "boolean": {"type": "boolean", "description": "true, it's \\"false\\""},
       "integer": {"type": ["null", "integer"]},
       "number": {"type": "number"},
       "decimal": {"type": "number", "multipleOf": 0.01},
       "text": {"type": "string"},
       "date": {"type": "string", "format": "date"},
       "time": {"type": "string", "format": "time", "airbyte_type": "time_without_timezone"},
       "timetz": {"type": "string", "format": "time", "airbyte_type": "time_with_timezone"},
       "timestamp": {"type": "string", "format": "date-time",
         "airbyte_type": "timestamp_without_timezone"},
       "timestamptz": {"type": "string", "format": "date-time"},
       "binary": {"type": "string", "contentEncoding": "base64"},
       "object": {"type": "object", "properties": {"deep": {"type": "object"}}},
       "array": {"type": "array", "items": {"type": "string"}},
       "either": {"oneOf": [{"type": "string"}, {"type": "object"}]}}
      """;

  private static final List<String> EVERYTHING_ROWS =
      List.of(
          """
          {"id": 0, "boolean": true, "integer": 42, "number": 1.5, "decimal": 12.34, "text": "plain",
           "date": "2024-02-29", "time": "12:34:56.789", "timetz": "12:34:56+05:45",
           "timestamp": "2024-03-10T02:30:00.123456", "timestamptz": "2024-02-29T12:34:56.123456Z",
           "binary": "AP+A", "object": {"deep": {"er": [1, 2]}}, "array": ["a", "b"], "either": "or"}
          """,
          """
          {"id": 1, "boolean": false, "integer": -9223372036854775808, "number": -1e308,
           "decimal": -0.01, "text": "it's \\"☃\\"\\n\\\\;--", "date": "1582-10-04",
           "time": "00:00:00", "timetz": "23:59:59-12:00", "timestamp": "1900-01-01T00:00:00",
           "timestamptz": "1969-12-31T23:59:59.999Z", "binary": "", "object": {}, "array": [],
           "either": {"a": "b"}}
          """,
          "{\"id\": 2}");

  static Awkward in(Path folder) {
    ScriptedConnector connector = new ScriptedConnector(folder, "source-awkward");
    connector.stream("everything", EVERYTHING).stream("hostile", columns(HOSTILE_NAMES));
    HOSTILE_NAMES.forEach(name -> connector.stream(name, plainColumns()));
    List<String> plain =
        IntStream.range(0, STREAMS - 2 - HOSTILE_NAMES.size())
            .mapToObj(i -> "stream_%03d".formatted(i))
            .toList();
    plain.forEach(name -> connector.stream(name, plainColumns()));
    connector
        .read(
            Stream.of(
                    EVERYTHING_ROWS.stream()
                        .map(row -> "{\"record\": [\"everything\", %s]}".formatted(row)),
                    Stream.of(rows("hostile", HOSTILE_NAMES)),
                    HOSTILE_NAMES.stream().map(name -> rows(name, List.of("name"))),
                    plain.stream().map(name -> rows(name, List.of("name"))))
                .flatMap(steps -> steps)
                .toArray(String[]::new))
        .write();
    return new Awkward(
        connector,
        "jdbc:airbyte:source-awkward?executable=%s&maxAge=1d&%s"
            .formatted(
                Source.encoded(connector.executable().toString()),
                Source.cache(folder, "awkward")));
  }

  private static String plainColumns() {
    return columns(List.of("name"));
  }

  private static String columns(List<String> names) {
    StringBuilder json = new StringBuilder("{\"id\": {\"type\": \"integer\"}");
    names.forEach(
        name -> json.append(", ").append(quoted(name)).append(": {\"type\": \"string\"}"));
    return json.append('}').toString();
  }

  private static String rows(String stream, List<String> columns) {
    StringBuilder template = new StringBuilder("{\"id\": \"$i\"");
    columns.forEach(name -> template.append(", ").append(quoted(name)).append(": \"row $i\""));
    return "{\"records\": {\"stream\": %s, \"count\": %d, \"template\": %s}}}"
        .formatted(quoted(stream), ROWS, template);
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
