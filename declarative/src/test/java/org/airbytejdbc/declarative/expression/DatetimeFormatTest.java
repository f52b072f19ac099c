package org.airbytejdbc.declarative.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates by the formats that manifests give for cursors: what was read is written the same. */
class DatetimeFormatTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          %Y-%m-%d                   | 2026-01-15                  | 2026-01-15T00:00Z
          %Y-%m-%dT%H:%M:%SZ         | 2026-01-15T08:09:10Z        | 2026-01-15T08:09:10Z
          %Y-%m-%dT%H:%M:%S%z        | 2026-01-15T08:09:10+0200    | 2026-01-15T08:09:10+02:00
          %Y-%m-%dT%H:%M:%S.%fZ      | 2026-01-15T08:09:10.123456Z | 2026-01-15T08:09:10.123456Z
          %Y-%m-%dT%H:%M:%S.%_msZ    | 2026-01-15T08:09:10.123Z    | 2026-01-15T08:09:10.123Z
          %d/%m/%Y %I:%M %p          | 15/01/2026 08:09 PM         | 2026-01-15T20:09Z
          %d %b %Y                   | 15 Jan 2026                 | 2026-01-15T00:00Z
          %s                         | 1768464550                  | 2026-01-15T08:09:10Z
          %ms                        | 1768464550123               | 2026-01-15T08:09:10.123Z
          %epoch_microseconds        | 1768464550123456            | 2026-01-15T08:09:10.123456Z
          %s_as_float                | 1768464550.5                | 2026-01-15T08:09:10.500Z
          """)
  void whatWasReadIsWrittenTheSame(String format, String text, OffsetDateTime time) {
    var datetime = new DatetimeFormat(format);
    assertThat(datetime.parse(text).toInstant()).isEqualTo(time.toInstant());
    assertThat(datetime.format(datetime.parse(text))).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "%Y-%m-%d, 15.01.2026",
    "%Y-%m-%d, 2026-02-30",
    "%Y-%m-%d, 2026-01-15T00:00:00Z",
    "%s, 1768464550.5",
    "%s, yesterday",
    "%H:%Q, 1:2"
  })
  void whatIsNotInTheFormatIsEmptyOrAnError(String format, String text) {
    var datetime = new DatetimeFormat(format);
    assertThat(datetime.tryParse(text)).isEmpty();
    assertThatThrownBy(() -> datetime.parse(text)).isInstanceOf(ExpressionException.class);
  }

  @Test
  void numbersAreRead() {
    var expected = OffsetDateTime.parse("2026-01-15T08:09:10Z");
    assertThat(new DatetimeFormat("%s").tryParse(1_768_464_550L)).contains(expected);
    assertThat(new DatetimeFormat("%s").tryParse(1_768_464_550.9)).contains(expected);
    assertThat(new DatetimeFormat("%s").tryParse(Double.NaN)).isEmpty();
    assertThat(new DatetimeFormat("%Y").tryParse(2026L))
        .contains(OffsetDateTime.parse("2026-01-01T00:00:00Z"));
  }
}
