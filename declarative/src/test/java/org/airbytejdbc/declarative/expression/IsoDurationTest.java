package org.airbytejdbc.declarative.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.OffsetDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Steps and windows of cursors: months by the calendar, days by the clock. */
class IsoDurationTest {
  @ParameterizedTest
  @CsvSource({
    "P1D, 2024-02-29T00:00Z, 2024-03-01T00:00Z",
    "P1M, 2024-01-31T00:00Z, 2024-02-29T00:00Z",
    "P1Y, 2024-02-29T00:00Z, 2025-02-28T00:00Z",
    "P2W, 2024-01-01T00:00Z, 2024-01-15T00:00Z",
    "PT1H30M, 2024-01-01T23:00Z, 2024-01-02T00:30Z",
    "P1DT0.5S, 2024-01-01T00:00Z, 2024-01-02T00:00:00.500Z",
    "PT0.000001S, 2024-01-01T00:00Z, 2024-01-01T00:00:00.000001Z",
    "-P1D, 2024-03-01T00:00Z, 2024-02-29T00:00Z"
  })
  void aDurationIsAddedToATime(String duration, OffsetDateTime time, OffsetDateTime later) {
    assertThat(IsoDuration.parse(duration).addTo(time)).isEqualTo(later);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "P", "PT", "1D", "P1H", "PT1D", "P1.5M", "PT99999999999999999S"})
  void whatIsNoDurationFails(String text) {
    assertThatThrownBy(() -> IsoDuration.parse(text)).isInstanceOf(ExpressionException.class);
  }
}
