package org.airbytejdbc.declarative.expression;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.Optional;

/**
 * A format of dates as manifests write it: Python's {@code strftime} and {@code strptime}, and the
 * CDK's own {@code %s}, {@code %s_as_float}, {@code %ms}, {@code %epoch_microseconds}, which stand
 * alone, and {@code %_ms} for milliseconds. Immutable, for any thread.
 */
public final class DatetimeFormat {
  /** The last that Python's dates have: a larger number is in another unit. */
  private static final int LAST_YEAR = 9999;

  private final String format;
  private volatile Optional<StrpTime.Format> reading = Optional.empty();

  public DatetimeFormat(String format) {
    this.format = requireNonNull(format, "format");
  }

  /** The date that the value tells, or empty if it is not in this format. */
  public Optional<OffsetDateTime> tryParse(Object value) {
    try {
      return Optional.of(parse(value));
    } catch (ExpressionException other) {
      return Optional.empty();
    }
  }

  /**
   * The date that the value tells in this format; in UTC where the format has no offset.
   *
   * @param value a text or a number
   * @throws ExpressionException if it does not fit the format
   */
  public OffsetDateTime parse(Object value) {
    boolean isWhole = value instanceof Double && format.matches("%s|%ms|%epoch_microseconds");
    String text = isWhole ? truncated((Double) value) : PythonText.str(value);
    return switch (format) {
      case "%s" -> ofEpoch(whole(text), 0);
      case "%ms" -> ofEpoch(whole(text), 3);
      case "%epoch_microseconds" -> ofEpoch(whole(text), 6);
      case "%s_as_float" -> ofEpoch(number(text), 0);
      default -> utc(reading().parse(text));
    };
  }

  private StrpTime.Format reading() {
    StrpTime.Format known = reading.orElseGet(() -> StrpTime.format(format.replace("%_ms", "%f")));
    reading = Optional.of(known);
    return known;
  }

  /** As Python's {@code int} takes a float. */
  private static String truncated(double number) {
    return Double.isFinite(number) ? new BigDecimal(number).toBigInteger().toString() : "";
  }

  /** The date in this format. */
  public String format(OffsetDateTime time) {
    return switch (format) {
      case "%s" -> String.valueOf(time.toEpochSecond());
      case "%ms" -> String.valueOf(micros(time) / 1000);
      case "%epoch_microseconds" -> String.valueOf(micros(time));
      case "%s_as_float" -> FloatText.of(micros(time) / 1e6);
      default -> format.contains("%_ms") ? withMillis(time) : StrfTime.format(time, format);
    };
  }

  private String withMillis(OffsetDateTime time) {
    String millis = "%03d".formatted(time.getNano() / 1_000_000);
    return StrfTime.format(time, format.replace("%_ms", millis).replace("%f", millis));
  }

  private static long micros(OffsetDateTime time) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, time.toInstant());
  }

  static OffsetDateTime ofEpoch(BigDecimal value, int digits) {
    try {
      long micros =
          value.movePointRight(6 - digits).setScale(0, RoundingMode.HALF_EVEN).longValueExact();
      OffsetDateTime time = Instant.EPOCH.plus(micros, ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
      if (time.getYear() >= 1 && time.getYear() <= LAST_YEAR) {
        return time;
      }
      throw ExpressionException.value("A date is out of range");
    } catch (ArithmeticException beyond) {
      throw ExpressionException.value("A date is out of range");
    }
  }

  /** What has no offset is UTC. */
  static OffsetDateTime utc(Temporal time) {
    return time instanceof LocalDateTime naive
        ? naive.atOffset(ZoneOffset.UTC)
        : (OffsetDateTime) time;
  }

  private static BigDecimal whole(String text) {
    BigDecimal number = number(text);
    if (text.contains(".") || text.contains("e")) {
      throw ExpressionException.value("A date is no whole number");
    }
    return number;
  }

  private static BigDecimal number(String text) {
    try {
      return new BigDecimal(text.strip().replace("_", ""));
    } catch (NumberFormatException other) {
      throw ExpressionException.value("A date is no number");
    }
  }

  @Override
  public String toString() {
    return format;
  }
}
