package org.airbytejdbc.declarative.generated;

import static org.airbytejdbc.declarative.generated.Parts.part;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which records a read begins and ends with: the manifest's cursor, and the API's form of times.
 */
record Times(Optional<Map<String, Object>> cursor, Form form, boolean honoured) {
  /** How the API writes a record's time. */
  enum Form {
    DAY("%Y-%m-%d", "P1D"),
    ZULU("%Y-%m-%dT%H:%M:%SZ", "PT1S"),
    OFFSET("%Y-%m-%dT%H:%M:%S%z", "PT1S"),
    FRACTION("%Y-%m-%dT%H:%M:%S.%fZ", "PT0.000001S"),
    SECONDS("%s", "PT1S"),
    MILLISECONDS("%ms", "PT0.001S");

    final String format;
    final String granularity;

    Form(String format, String granularity) {
      this.format = format;
      this.granularity = granularity;
    }
  }

  static Times of(Choices choices, Places places, boolean isPartitioned) {
    Form form = choices.of(Form.values());
    return switch (choices.of("none", "time", "time", "time", "time", "count")) {
      case "time" -> {
        var cursor = datetime(choices, places, form);
        if (isPartitioned && choices.seldom()) {
          cursor.put("global_substream_cursor", true);
        }
        yield new Times(Optional.of(cursor), form, choices.maybe());
      }
      case "count" ->
          new Times(isPartitioned ? Optional.empty() : count(choices, places), form, false);
      default -> new Times(Optional.empty(), form, false);
    };
  }

  private static Optional<Map<String, Object>> count(Choices choices, Places places) {
    var cursor =
        part("IncrementingCountCursor", "cursor_field", "n", "start_value", choices.of(0, 2));
    if (choices.maybe()) {
      cursor.put("start_value_option", places.option("since"));
    }
    return Optional.of(cursor);
  }

  private static Map<String, Object> datetime(Choices choices, Places places, Form form) {
    var cursor = part("DatetimeBasedCursor", "cursor_field", "t", "datetime_format", form.format);
    cursor.put("start_datetime", start(choices, form.format));
    if (choices.maybe()) {
      cursor.put("cursor_datetime_formats", List.of("%Y-%m-%d", form.format));
      String format = choices.of(form.format, "%Y-%m-%dT%H:%M:%SZ", "%Y-%m-%d");
      cursor.put("datetime_format", format);
      cursor.put("start_datetime", start(choices, format));
    }
    if (choices.maybe()) {
      cursor.put("start_time_option", places.option("since"));
    }
    if (choices.maybe()) {
      cursor.put("end_time_option", places.option("until"));
    }
    if (choices.maybe()) {
      cursor.put("step", choices.of("P1M", "P1W", "P3D", "P5DT12H"));
      cursor.put("cursor_granularity", form.granularity);
    }
    if (choices.seldom()) {
      cursor.put("lookback_window", choices.of("P1D", "PT12H", "{{ config['lookback'] }}"));
    }
    if (choices.seldom()) {
      cursor.put("is_data_feed", true);
    }
    if (choices.seldom()) {
      cursor.put("is_client_side_incremental", true);
    }
    if (choices.seldom()) {
      cursor.put("end_datetime", end(choices));
    }
    if (choices.seldom()) {
      cursor.put("partition_field_start", "from_day");
      cursor.put("partition_field_end", "to_day");
    }
    return cursor;
  }

  private static Object start(Choices choices, String format) {
    return choices.of(
        part("MinMaxDatetime", "datetime", "2026-01-03", "datetime_format", "%Y-%m-%d"),
        part("MinMaxDatetime", "datetime", "{{ config['start'] }}", "datetime_format", "%Y-%m-%d"),
        part(
            "MinMaxDatetime",
            "datetime",
            "2025-12-20",
            "datetime_format",
            "%Y-%m-%d",
            "min_datetime",
            "{{ day_delta(-12, '%Y-%m-%d') }}"),
        format.equals("%ms")
            ? "1767592800000"
            : part("MinMaxDatetime", "datetime", "{{ day_delta(-10, '" + format + "') }}"));
  }

  private static Map<String, Object> end(Choices choices) {
    return choices.of(
        part("MinMaxDatetime", "datetime", "2026-01-12", "datetime_format", "%Y-%m-%d"),
        part(
            "MinMaxDatetime",
            "datetime",
            "{{ now_utc().strftime('%Y-%m-%d') }}",
            "datetime_format",
            "%Y-%m-%d"),
        part(
            "MinMaxDatetime",
            "datetime",
            "2026-02-12",
            "datetime_format",
            "%Y-%m-%d",
            "max_datetime",
            "{{ today_utc() }}"));
  }
}
