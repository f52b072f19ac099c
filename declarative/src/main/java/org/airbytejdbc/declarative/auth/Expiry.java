package org.airbytejdbc.declarative.auth;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.airbytejdbc.declarative.DeclarativeException;
import org.airbytejdbc.declarative.DeclarativeException.Failure;

/** When a token expires, as configs and APIs write it. */
final class Expiry {
  private static final List<Function<String, Instant>> FORMS =
      List.of(
          text -> Instant.ofEpochSecond(Long.parseLong(text)),
          text -> OffsetDateTime.parse(text).toInstant(),
          text -> LocalDateTime.parse(text).toInstant(ZoneOffset.UTC),
          text -> LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC));

  private Expiry() {}

  /** Seconds since 1970, or a date and time of ISO 8601, with a {@code T} or a space. */
  static Instant at(Object value) {
    String text =
        value
            .toString()
            .strip()
            .replaceFirst("^(\\d{4}-\\d\\d-\\d\\d) ", "$1T")
            .replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2");
    return FORMS.stream()
        .flatMap(form -> read(form, text).stream())
        .findFirst()
        .orElseThrow(() -> invalid("date"));
  }

  /** From now on, in seconds. */
  static Instant in(Object seconds, Instant now) {
    try {
      return now.plus(Duration.ofSeconds((long) Double.parseDouble(seconds.toString())));
    } catch (NumberFormatException e) {
      throw invalid("number of seconds");
    }
  }

  private static Optional<Instant> read(Function<String, Instant> form, String text) {
    try {
      return Optional.of(form.apply(text));
    } catch (NumberFormatException | DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static DeclarativeException invalid(String what) {
    return new DeclarativeException(Failure.SYSTEM_ERROR, "The expiry of a token is no " + what);
  }
}
