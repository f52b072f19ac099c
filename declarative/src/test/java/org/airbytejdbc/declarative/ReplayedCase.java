package org.airbytejdbc.declarative;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.airbytejdbc.declarative.http.LocalApi;
import org.airbytejdbc.declarative.json.Json;
import org.jspecify.annotations.Nullable;

/** Runs a case by the command line of this engine, against a real API on this machine. */
final class ReplayedCase {
  private static final String API = "__API__";

  private final Map<String, @Nullable Object> given;
  private final Path folder;

  ReplayedCase(Map<String, @Nullable Object> given, Path folder) {
    this.given = given;
    this.folder = folder;
  }

  /** What {@code record.py} writes down of the CDK. */
  Map<String, @Nullable Object> answers() {
    Map<String, @Nullable Object> answers = new LinkedHashMap<>();
    Run check = new Run("check", null);
    answers.put(
        "check",
        check.of("CONNECTION_STATUS", "connectionStatus").stream()
            .map(status -> status.get("status"))
            .findFirst()
            .orElse("ERROR"));
    Run discover = new Run("discover", null);
    List<Map<String, @Nullable Object>> catalogs = discover.of("CATALOG", "catalog");
    if (catalogs.isEmpty()) {
      answers.put("failed", discover.failed);
      return answers;
    }
    List<?> found = (List<?>) catalogs.get(0).get("streams");
    answers.put("catalog", shown(found));
    List<Object> configured = configured(found);
    Run read = new Run("read", Map.of("streams", configured));
    answers.put("failed", read.failed);
    answers.put("records", read.records(configured));
    answers.put("states", read.states());
    List<Map<String, @Nullable Object>> configs = read.of("CONTROL", "control");
    answers.put(
        "configs",
        configs.isEmpty()
            ? List.of()
            : List.of(
                map(map(configs.get(configs.size() - 1)).get("connectorConfig")).get("config")));
    answers.put(
        "requests",
        given.containsKey("distinct") ? read.asked.stream().distinct().toList() : read.asked);
    return answers;
  }

  private static Map<String, @Nullable Object> shown(List<?> streams) {
    Map<String, @Nullable Object> catalog = new LinkedHashMap<>();
    for (Object stream : streams) {
      Map<String, @Nullable Object> shown = new LinkedHashMap<>();
      for (String field :
          List.of(
              "json_schema",
              "supported_sync_modes",
              "default_cursor_field",
              "source_defined_primary_key")) {
        Object value = map(stream).get(field);
        if (value != null && !value.equals(List.of())) {
          shown.put(field, value);
        }
      }
      catalog.put(String.valueOf(map(stream).get("name")), shown);
    }
    return catalog;
  }

  private List<Object> configured(List<?> streams) {
    List<Object> configured = new ArrayList<>();
    for (Object stream : streams) {
      List<?> modes = (List<?>) map(stream).get("supported_sync_modes");
      if (!given.containsKey("streams")
          || ((List<?>) given.get("streams")).contains(map(stream).get("name"))) {
        configured.add(
            Map.of(
                "stream",
                stream,
                "sync_mode",
                modes.get(modes.size() - 1),
                "destination_sync_mode",
                "append"));
      }
    }
    return configured;
  }

  @SuppressWarnings("unchecked")
  static Map<String, @Nullable Object> map(@Nullable Object value) {
    return (Map<String, @Nullable Object>) value;
  }

  /** A form in which equal things look the same: names in order, lists too, 2.0 as 2. */
  static @Nullable Object sorted(@Nullable Object value) {
    if (value instanceof Map<?, ?> object) {
      Map<String, @Nullable Object> sorted = new TreeMap<>();
      object.forEach((name, item) -> sorted.put(String.valueOf(name), sorted(item)));
      return sorted;
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> items = new ArrayList<>();
      list.forEach(item -> items.add(sorted(item)));
      items.sort(Comparator.comparing(Json::write));
      return items;
    }
    return value instanceof Double number && number == Math.rint(number)
        ? number.longValue()
        : value instanceof Integer number ? (Object) number.longValue() : value;
  }

  /** One call of the program. */
  private final class Run {
    final boolean failed;
    final List<String> asked;
    private final List<Map<String, @Nullable Object>> messages = new ArrayList<>();

    Run(String verb, @Nullable Object catalog) {
      var rules = new AnswerRules(given.get("api"));
      try (LocalApi api = new LocalApi(rules)) {
        List<String> arguments = new ArrayList<>(List.of(verb));
        arguments.addAll(List.of("--manifest-path", file("manifest.yaml", "manifest", api)));
        arguments.addAll(List.of("--config", file("config.json", "config", api)));
        if (catalog != null) {
          arguments.addAll(List.of("--catalog", write("catalog.json", catalog, api)));
          if (given.containsKey("state")) {
            arguments.addAll(List.of("--state", file("state.json", "state", api)));
          }
        }
        var bytes = new ByteArrayOutputStream();
        var out = new PrintStream(bytes, false, StandardCharsets.UTF_8);
        String now = String.valueOf(given.getOrDefault("now", "2026-01-15T00:00:00Z"));
        int status =
            new ManifestProgram(out, Map.of("MOCK_NOW", now)).run(arguments.toArray(String[]::new));
        bytes
            .toString(StandardCharsets.UTF_8)
            .lines()
            .forEach(line -> messages.add(Json.readObject(line.replace(api.url(), API))));
        failed = status != 0;
        asked = rules.asked();
      }
    }

    private String file(String name, String part, LocalApi api) {
      return write(name, given.getOrDefault(part, Map.of()), api);
    }

    private String write(String name, @Nullable Object value, LocalApi api) {
      try {
        String text = Json.write(value).replace(API, api.url());
        return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8).toString();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    List<Map<String, @Nullable Object>> of(String type, String field) {
      return messages.stream()
          .filter(message -> type.equals(message.get("type")))
          .map(message -> map(message.get(field)))
          .toList();
    }

    Map<String, @Nullable Object> records(List<Object> configured) {
      Map<String, @Nullable Object> records = new LinkedHashMap<>();
      configured.forEach(
          stream ->
              records.put(
                  String.valueOf(map(map(stream).get("stream")).get("name")),
                  new ArrayList<@Nullable Object>()));
      for (Map<String, @Nullable Object> record : of("RECORD", "record")) {
        @SuppressWarnings("unchecked")
        var list = (List<@Nullable Object>) records.get(String.valueOf(record.get("stream")));
        list.add(record.get("data"));
      }
      return records;
    }

    Map<String, @Nullable Object> states() {
      Map<String, @Nullable Object> states = new LinkedHashMap<>();
      for (Map<String, @Nullable Object> message : of("STATE", "state")) {
        Map<String, @Nullable Object> stream = map(message.get("stream"));
        Map<String, @Nullable Object> state = map(stream.get("stream_state"));
        state.remove("lookback_window");
        if (state.get("parent_state") instanceof Map<?, ?> parents) {
          parents.values().forEach(parent -> map(parent).remove("lookback_window"));
        }
        states.put(String.valueOf(map(stream.get("stream_descriptor")).get("name")), state);
      }
      return states;
    }
  }
}
