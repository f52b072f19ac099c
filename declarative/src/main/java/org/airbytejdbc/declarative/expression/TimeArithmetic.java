package org.airbytejdbc.declarative.expression;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Python's arithmetic of dates and durations; empty where the operands have none. */
final class TimeArithmetic {
  private TimeArithmetic() {}

  static Optional<Object> add(@Nullable Object left, @Nullable Object right) {
    if (left instanceof Temporal time && isDuration(right)) {
      return shift(time, right, 1);
    }
    if (isDuration(left) && right instanceof Temporal time) {
      return shift(time, left, 1);
    }
    if (left instanceof Duration a && right instanceof Duration b) {
      return checked(() -> a.plus(b));
    }
    return isDuration(left) && isDuration(right)
        ? checked(() -> IsoDuration.of(left).plus(IsoDuration.of(right)))
        : Optional.empty();
  }

  static Optional<Object> subtract(@Nullable Object left, @Nullable Object right) {
    if (left instanceof Temporal time && isDuration(right)) {
      return shift(time, right, -1);
    }
    if (left instanceof LocalDate a && right instanceof LocalDate b) {
      return Optional.of(Duration.ofDays(ChronoUnit.DAYS.between(b, a)));
    }
    if (left instanceof LocalDateTime a && right instanceof LocalDateTime b) {
      return Optional.of(Duration.between(b, a));
    }
    if (left instanceof OffsetDateTime a && right instanceof OffsetDateTime b) {
      return Optional.of(Duration.between(b, a));
    }
    if (left instanceof Duration a && right instanceof Duration b) {
      return checked(() -> a.minus(b));
    }
    return isDuration(left) && isDuration(right)
        ? checked(() -> IsoDuration.of(left).plus(IsoDuration.of(right).times(-1)))
        : Optional.empty();
  }

  static Optional<Object> multiply(@Nullable Object left, @Nullable Object right) {
    if (Numbers.isNumber(left) && isDuration(right)) {
      return multiply(right, left);
    }
    if (left instanceof IsoDuration duration && Numbers.isLong(right)) {
      return checked(() -> duration.times(Numbers.toLong(right)));
    }
    if (left instanceof Duration duration && Numbers.isNumber(right)) {
      return checked(() -> ofMicros(micros(duration).multiply(decimal(right))));
    }
    return Optional.empty();
  }

  static Optional<Object> divide(@Nullable Object left, @Nullable Object right) {
    if (left instanceof Duration a && right instanceof Duration b) {
      refuseZero(b.isZero());
      return Optional.of(BigDivision.divide(whole(a), whole(b)));
    }
    if (left instanceof Duration duration && Numbers.isNumber(right)) {
      refuseZero(Numbers.toDouble(right) == 0);
      return checked(
          () -> ofMicros(micros(duration).divide(decimal(right), 20, RoundingMode.HALF_EVEN)));
    }
    return Optional.empty();
  }

  static Optional<Object> floorDivide(@Nullable Object left, @Nullable Object right) {
    if (left instanceof Duration a && right instanceof Duration b) {
      return Optional.ofNullable(Arithmetic.floorDivide(whole(a), whole(b)));
    }
    if (left instanceof Duration duration && Numbers.isWhole(right)) {
      var micros = Arithmetic.floorDivide(whole(duration), right);
      return checked(() -> ofMicros(decimal(micros)));
    }
    return Optional.empty();
  }

  static Optional<Object> negative(@Nullable Object value) {
    if (value instanceof Duration duration) {
      return checked(duration::negated);
    }
    return value instanceof IsoDuration duration
        ? Optional.of(duration.times(-1))
        : Optional.empty();
  }

  private static boolean isDuration(@Nullable Object value) {
    return value instanceof Duration || value instanceof IsoDuration;
  }

  private static Optional<Object> shift(Temporal time, @Nullable Object duration, int sign) {
    return checked(() -> IsoDuration.of(duration).times(sign).addTo(time));
  }

  private static Optional<Object> checked(Supplier<Object> computation) {
    try {
      return Optional.of(computation.get());
    } catch (DateTimeException | ArithmeticException beyond) {
      throw ExpressionException.value("A date or duration is out of range");
    }
  }

  private static void refuseZero(boolean zero) {
    if (zero) {
      throw ExpressionException.value("Division by zero");
    }
  }

  private static BigDecimal micros(Duration duration) {
    return BigDecimal.valueOf(duration.getSeconds())
        .movePointRight(6)
        .add(BigDecimal.valueOf(duration.getNano() / 1000));
  }

  private static BigInteger whole(Duration duration) {
    return micros(duration).toBigIntegerExact();
  }

  private static BigDecimal decimal(@Nullable Object number) {
    if (Numbers.isWhole(number)) {
      return new BigDecimal(Numbers.toBig(number));
    }
    double value = Numbers.toDouble(number);
    if (!Double.isFinite(value)) {
      throw ExpressionException.value("A duration is out of range");
    }
    return new BigDecimal(value);
  }

  private static Duration ofMicros(BigDecimal micros) {
    long whole = micros.setScale(0, RoundingMode.HALF_EVEN).longValueExact();
    return Duration.of(whole, ChronoUnit.MICROS);
  }
}
