package org.airbytejdbc.declarative.generated;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.airbytejdbc.declarative.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * What a read gave and asked for, each in a form in which equal things look the same.
 *
 * @param problems what it said of errors, which is not compared
 */
record Answers(
    boolean failed,
    List<String> records,
    Map<String, Map<String, @Nullable Object>> states,
    List<String> requests,
    List<String> problems) {

  static Answers of(String status, Stream<String> lines, List<String> requests) {
    List<String> records = new ArrayList<>();
    Map<String, Map<String, @Nullable Object>> states = new LinkedHashMap<>();
    List<String> problems = new ArrayList<>();
    var crash = new AtomicReference<>("");
    lines.forEach(
        line -> {
          if (!line.startsWith("{\"type\"")) {
            crash.set(line);
            return;
          }
          Map<String, @Nullable Object> message = Json.readObject(line);
          switch (String.valueOf(message.get("type"))) {
            case "RECORD" -> records.add(canonical(inside(message, "record").get("data")));
            case "STATE" -> {
              var stream = inside(inside(message, "state"), "stream");
              states.put(
                  String.valueOf(inside(stream, "stream_descriptor").get("name")),
                  inside(stream, "stream_state"));
            }
            case "TRACE" -> {
              if (inside(message, "trace").containsKey("error")) {
                problems.add(
                    String.valueOf(
                        inside(inside(message, "trace"), "error").get("internal_message")));
              }
            }
            default -> {}
          }
        });
    problems.add(crash.get());
    return new Answers(
        !status.equals("0"),
        records.stream().sorted().toList(),
        states,
        requests.stream().sorted().toList(),
        problems);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, @Nullable Object> inside(
      Map<String, @Nullable Object> object, String name) {
    return (Map<String, @Nullable Object>) object.get(name);
  }

  List<String> comparedStates() {
    return states.entrySet().stream()
        .map(state -> state.getKey() + " " + canonical(state.getValue()))
        .sorted()
        .toList();
  }

  private static String canonical(@Nullable Object value) {
    return Json.write(sorted(value));
  }

  /** How long a read took is not compared. */
  private static @Nullable Object measured(@Nullable Object seconds) {
    return seconds instanceof Number number && number.longValue() > 0 && number.longValue() < 60
        ? "measured"
        : seconds;
  }

  private static @Nullable Object sorted(@Nullable Object value) {
    if (value instanceof Map<?, ?> object) {
      Map<String, @Nullable Object> sorted = new TreeMap<>();
      object.forEach((name, item) -> sorted.put(String.valueOf(name), sorted(item)));
      sorted.compute("lookback_window", (name, seconds) -> measured(seconds));
      sorted.computeIfPresent(
          "states", (name, list) -> ((List<?>) list).stream().map(Json::write).sorted().toList());
      return sorted;
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> items = new ArrayList<>();
      list.forEach(item -> items.add(sorted(item)));
      return items;
    }
    return value instanceof Double number && number == Math.rint(number)
        ? (Object) number.longValue()
        : value;
  }
}
