package org.airbytejdbc.declarative.generated;

import static org.airbytejdbc.declarative.generated.Parts.object;
import static org.airbytejdbc.declarative.generated.Parts.part;
import static org.airbytejdbc.declarative.generated.Parts.recordsAt;
import static org.airbytejdbc.declarative.generated.Parts.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the API's records look like, and what the manifest makes of them. */
record Shapes(
    Format format,
    Map<String, Object> selector,
    List<Object> transformations,
    Map<String, Object> loader) {
  /** What bodies are written in. */
  enum Format {
    JSON("application/json"),
    GZIP("application/gzip"),
    LINES("application/jsonl"),
    CSV("text/csv"),
    XML("application/xml");

    final String type;

    Format(String type) {
      this.type = type;
    }
  }

  boolean isPiecewise() {
    return format != Format.JSON && format != Format.XML;
  }

  static Shapes of(Choices choices) {
    Format format =
        choices.seldom()
            ? choices.of(Format.GZIP, Format.LINES, Format.CSV, Format.XML)
            : Format.JSON;
    Map<String, Object> selector =
        switch (format) {
          case JSON, GZIP ->
              choices.of(
                  recordsAt("items"),
                  recordsAt("data", "items"),
                  recordsAt("list", "*", "items", "*"));
          case LINES, CSV -> recordsAt();
          case XML -> recordsAt("items", "item");
        };
    Map<String, Object> schema = schema(Map.of());
    if (choices.seldom()) {
      selector.put("schema_normalization", "Default");
      schema = schema(typed(choices));
    }
    if (choices.seldom()) {
      String condition =
          choices.of(
              "{{ record['id'] | int > 1 }}",
              "{{ record['n'] | int % 3 != 0 }}",
              "{{ record['flag'] }}",
              "{{ record.get('t', '') | string > '2026-01-06' }}",
              "{{ stream_slice.get('part', '') != 'a' }}");
      selector.put("record_filter", part("RecordFilter", "condition", condition));
    }
    if (choices.seldom()) {
      selector.put("transform_before_filtering", true);
    }
    List<Object> transformations = new ArrayList<>();
    for (int i = choices.of(0, 0, 1, 2); i > 0; i--) {
      transformations.add(transformation(choices));
    }
    return new Shapes(format, selector, transformations, schema);
  }

  /** The decoder that the manifest names; JSON has none. */
  Map<String, Object> decoder() {
    return switch (format) {
      case JSON -> part("JsonDecoder");
      case GZIP -> part("GzipDecoder", "decoder", part("JsonDecoder"));
      case LINES -> part("JsonlDecoder");
      case CSV -> part("CsvDecoder");
      case XML -> part("XmlDecoder");
    };
  }

  private static Map<String, Object> typed(Choices choices) {
    return object(
        "type",
        "object",
        "properties",
        object(
            "id",
            object("type", choices.of("string", "number", "integer", "boolean")),
            "n",
            object("type", List.of("null", choices.of("string", "number", "boolean"))),
            "flag",
            object("type", List.of("null", choices.of("string", "integer", "boolean"))),
            "key",
            object("type", choices.of("integer", "string", "array")),
            "obj",
            object(
                "type",
                choices.of("object", "string"),
                "properties",
                object("a", object("type", "string")))));
  }

  private static Map<String, Object> transformation(Choices choices) {
    return choices.of(
        added(
            "x",
            choices.of(
                "{{ record['n'] | int * 2 }}",
                "{{ record.t }}",
                "{{ record['obj'] }}",
                "0{{ record.id }}")),
        added(
            "y",
            choices.of(
                "{{ stream_slice.get('part', '-') }}",
                "{{ stream_partition }}",
                "{{ stream_interval.get('start_time') }}",
                "{{ config['k'] }}",
                "{{ stream_slice.extra_fields }}")),
        part(
            "AddFields",
            "condition",
            "{{ record.get('flag') }}",
            "fields",
            List.of(field("string", "deep", "z", "{{ record['n'] }}"))),
        part("RemoveFields", "field_pointers", List.of(List.of("flag"), List.of("obj", "a"))),
        part(
            "RemoveFields",
            "field_pointers",
            List.of(List.of("**")),
            "condition",
            "{{ property is none or property == '' }}"),
        part("KeysToLower"),
        part("KeysToSnakeCase"),
        part("KeysReplace", "old", "K", "new", "q"),
        part("FlattenFields"),
        part("DpathFlattenFields", "field_path", List.of("obj"), "delete_origin_value", true));
  }

  private static Map<String, Object> added(String name, String value) {
    return part("AddFields", "fields", List.of(field("", "", name, value)));
  }

  private static Map<String, Object> field(String type, String in, String name, String value) {
    List<String> path = in.isEmpty() ? List.of(name) : List.of(in, name);
    var field = part("AddedFieldDefinition", "path", path, "value", value);
    if (!type.isEmpty()) {
      field.put("value_type", type);
    }
    return field;
  }
}
