package org.airbytejdbc.declarative.expression;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** The functions that every expression can call. */
final class Macros {
  static final Map<String, Function> ALL =
      Map.ofEntries(
          Map.entry("now_utc", (frame, given) -> now(frame)),
          Map.entry("today_utc", (frame, given) -> now(frame).toLocalDate()),
          Map.entry("today_with_timezone", Macros::todayWithTimezone),
          Map.entry("timestamp", (frame, given) -> timestamp(given.bind(1, "dt").get(0))),
          Map.entry("str_to_datetime", (frame, given) -> datetime(given.bind(1, "s").get(0))),
          Map.entry("day_delta", Macros::dayDelta),
          Map.entry("duration", Macros::duration),
          Map.entry("format_datetime", Macros::formatDatetime),
          Map.entry("max", (frame, given) -> extreme(given, order -> order > 0)),
          Map.entry("min", (frame, given) -> extreme(given, order -> order < 0)),
          Map.entry(
              "sanitize_url", (frame, given) -> UrlText.quotePlus(given.bind(1, "value").text(0))),
          Map.entry("camel_case_to_snake_case", Macros::snakeCase),
          Map.entry("generate_uuid", (frame, given) -> UUID.randomUUID().toString()),
          Map.entry("dict", Macros::dict),
          Map.entry("namespace", Macros::namespace));

  private Macros() {}

  private static OffsetDateTime now(Frame frame) {
    Clock clock = frame.scope().clock();
    return clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }

  private static LocalDate todayWithTimezone(Frame frame, Arguments given) {
    String zone = given.bind(1, "timezone").text(0);
    try {
      return now(frame).atZoneSameInstant(ZoneId.of(zone)).toLocalDate();
    } catch (DateTimeException unknown) {
      throw ExpressionException.value("There is no time zone " + zone);
    }
  }

  private static Object timestamp(@Nullable Object time) {
    if (Numbers.isNumber(time)) {
      return Numbers.isFloat(time)
          ? Numbers.truncate(Numbers.toDouble(time))
          : Numbers.normal(Numbers.toBig(time));
    }
    return TimeMethods.timestamp(datetime(time));
  }

  /** A text in ISO 8601, in UTC. */
  private static OffsetDateTime datetime(@Nullable Object text) {
    if (text instanceof Undefined undefined) {
      throw undefined.failure();
    }
    if (text instanceof String iso) {
      return IsoTime.parse(iso).withOffsetSameInstant(ZoneOffset.UTC);
    }
    throw text instanceof List || text instanceof Map
        ? ExpressionException.value("A date is too short")
        : ExpressionException.type("A date must be a string");
  }

  private static String dayDelta(Frame frame, Arguments given) {
    Arguments arguments = given.bind(1, "num_days", "format");
    String format = arguments.has(1) ? arguments.text(1) : "%Y-%m-%dT%H:%M:%S.%f%z";
    if (!Numbers.isNumber(arguments.get(0))) {
      throw ExpressionException.type("Days must be a number");
    }
    Object days =
        TimeArithmetic.multiply(java.time.Duration.ofDays(1), arguments.get(0)).orElseThrow();
    Object then = Arithmetic.add(now(frame), days);
    return StrfTime.format((OffsetDateTime) java.util.Objects.requireNonNull(then), format);
  }

  private static Object duration(Frame frame, Arguments given) {
    return IsoDuration.parse(given.bind(1, "datestring").text(0)).simplest();
  }

  private static String formatDatetime(Frame frame, Arguments given) {
    Arguments arguments = given.bind(2, "dt", "format", "input_format");
    Object time = arguments.get(0);
    var format = new DatetimeFormat(arguments.text(1));
    Object input = arguments.get(2, null);
    if (time instanceof OffsetDateTime datetime) {
      return format.format(datetime);
    }
    if (Numbers.isWhole(time)) {
      var read = new DatetimeFormat(input == null ? "%s" : arguments.text(2));
      return format.format(read.parse(Numbers.normal(Numbers.toBig(time))));
    }
    if (time instanceof String text && Truth.of(input)) {
      return format.format(DatetimeFormat.utc(StrpTime.format(arguments.text(2)).parse(text)));
    }
    return format.format(datetime(time));
  }

  private static @Nullable Object extreme(Arguments given, IntPredicate better) {
    if (given.size() == 0) {
      throw ExpressionException.type("There is nothing to choose from");
    }
    List<@Nullable Object> values =
        given.size() == 1 ? Sequences.list(given.get(0)) : given.positional();
    if (values.isEmpty()) {
      if (given.named().containsKey("default")) {
        return given.named().get("default");
      }
      throw ExpressionException.value("There is nothing to choose from");
    }
    Object best = values.get(0);
    for (Object value : values.subList(1, values.size())) {
      best = better.test(Comparison.compare(value, best)) ? value : best;
    }
    return best;
  }

  private static String snakeCase(Frame frame, Arguments given) {
    String name = given.bind(1, "value").text(0);
    return name.replaceAll("(?<!^)(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
  }

  private static Object dict(Frame frame, Arguments given) {
    Map<@Nullable Object, @Nullable Object> dict = new LinkedHashMap<>();
    if (given.size() > 0) {
      DictMethods.merge(dict, given.get(0));
    }
    dict.putAll(given.named());
    return dict;
  }

  private static Object namespace(Frame frame, Arguments given) {
    var namespace = new Namespace();
    if (dict(frame, given) instanceof Map<?, ?> attributes) {
      attributes.forEach((name, value) -> namespace.set(PythonText.str(name), value));
    }
    return namespace;
  }
}
