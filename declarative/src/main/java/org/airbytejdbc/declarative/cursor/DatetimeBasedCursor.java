package org.airbytejdbc.declarative.cursor;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.airbytejdbc.declarative.Runtime;
import org.airbytejdbc.declarative.expression.DatetimeFormat;
import org.airbytejdbc.declarative.expression.IsoDuration;
import org.airbytejdbc.declarative.expression.Scope;
import org.airbytejdbc.declarative.expression.StreamSlice;
import org.airbytejdbc.declarative.http.RequestOption;
import org.airbytejdbc.declarative.http.Requester.Injected;
import org.airbytejdbc.declarative.manifest.Component;
import org.jspecify.annotations.Nullable;

/**
 * What a manifest says about the times of a stream's records. Immutable.
 *
 * @param formats those that records have their cursor in, the first that fits
 * @param format the one of states and requests
 * @param isStrict whether a slice that begins when it ends is not asked for
 * @param granularity the distance of the end of a slice from the start of the next
 */
record DatetimeBasedCursor(
    String field,
    List<DatetimeFormat> formats,
    DatetimeFormat format,
    OffsetDateTime start,
    OffsetDateTime end,
    Optional<IsoDuration> step,
    Optional<IsoDuration> granularity,
    Optional<IsoDuration> lookback,
    String startField,
    String endField,
    Optional<RequestOption> startOption,
    Optional<RequestOption> endOption,
    boolean isDataFeed,
    boolean isClientSide,
    boolean isStrict,
    Optional<Clamping> clamping) {
  static DatetimeBasedCursor read(Component cursor, Runtime runtime) {
    Scope scope = runtime.scope();
    DatetimeFormat format = new DatetimeFormat(cursor.requiredText("datetime_format"));
    List<DatetimeFormat> formats =
        Stream.concat(
                cursor.items("cursor_datetime_formats").stream()
                    .map(text -> new DatetimeFormat(String.valueOf(text))),
                Stream.of(format))
            .toList();
    return new DatetimeBasedCursor(
        cursor.requiredExpression("cursor_field").text(scope),
        formats,
        format,
        MinMaxDatetime.read(cursor, "start_datetime", formats, scope)
            .orElseThrow(() -> cursor.missing("start_datetime")),
        MinMaxDatetime.read(cursor, "end_datetime", formats, scope)
            .orElseGet(() -> OffsetDateTime.now(runtime.clock())),
        duration(cursor, "step", scope),
        duration(cursor, "cursor_granularity", scope),
        duration(cursor, "lookback_window", scope),
        cursor
            .expression("partition_field_start")
            .map(name -> name.text(scope))
            .orElse("start_time"),
        cursor.expression("partition_field_end").map(name -> name.text(scope)).orElse("end_time"),
        cursor.component("start_time_option").map(RequestOption::read),
        cursor.component("end_time_option").map(RequestOption::read),
        cursor.flag("is_data_feed", false),
        cursor.flag("is_client_side_incremental", false),
        cursor.flag("is_compare_strictly", false),
        Clamping.read(cursor, scope));
  }

  private static Optional<IsoDuration> duration(Component cursor, String field, Scope scope) {
    return cursor
        .expression(field)
        .map(text -> text.text(scope))
        .filter(text -> !text.isEmpty())
        .map(IsoDuration::parse);
  }

  Optional<OffsetDateTime> parse(@Nullable Object value) {
    return value == null
        ? Optional.empty()
        : formats.stream()
            .map(known -> known.tryParse(value))
            .flatMap(Optional::stream)
            .findFirst();
  }

  Optional<OffsetDateTime> valueOf(Map<String, @Nullable Object> record) {
    return parse(record.get(field));
  }

  static OffsetDateTime plus(OffsetDateTime time, IsoDuration duration) {
    return time.plusYears(duration.years()).plusMonths(duration.months()).plus(duration.rest());
  }

  static OffsetDateTime minus(OffsetDateTime time, IsoDuration duration) {
    return time.minusYears(duration.years()).minusMonths(duration.months()).minus(duration.rest());
  }

  OffsetDateTime oneUnitAfter(OffsetDateTime time) {
    return granularity.map(unit -> plus(time, unit)).orElse(time.plus(Duration.ofNanos(1_000)));
  }

  /** Whether the stream's filter leaves out records that the API should not have given. */
  boolean isFilter() {
    return isClientSide && !isDataFeed;
  }

  Injected inject(StreamSlice slice, Scope scope) {
    Injected injected = inject(startOption, slice.cursorSlice().get(startField), scope);
    return injected.and(inject(endOption, slice.cursorSlice().get(endField), scope));
  }

  private static Injected inject(
      Optional<RequestOption> option, @Nullable Object value, Scope scope) {
    return option.isEmpty() || value == null ? Injected.none() : option.get().inject(value, scope);
  }
}
