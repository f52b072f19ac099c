package org.airbytejdbc.declarative.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.airbytejdbc.declarative.manifest.Yaml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallPolicyTest {
  private static final Instant NOW = Instant.parse("2026-01-15T00:00:00Z");

  @Test
  void aMovingWindowLetsNoMoreThroughThanItsStrictestRate() {
    var window =
        new MovingWindow(
            List.of(
                new MovingWindow.Rate(2, Duration.ofHours(1)),
                new MovingWindow.Rate(100, Duration.ofDays(1))));
    assertThat(window.take(1)).isZero();
    assertThat(window.take(1)).isZero();
    assertThat(window.take(1)).isPositive().isLessThanOrEqualTo(Duration.ofHours(1));
  }

  @Test
  void aFixedWindowBelievesWhatTheApiSaysOfIt() {
    var window = new FixedWindow(10, Duration.ofHours(1), Clock.fixed(NOW, ZoneOffset.UTC));
    assertThat(window.take(4)).isZero();
    window.update(Optional.of(2), Optional.of(NOW.plusSeconds(60)));
    assertThat(window.take(2)).isZero();
    assertThat(window.take(1)).isEqualTo(Duration.ofMillis(60_001));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{method: get}                          | true",
        "{method: post}                         | false",
        "{url_base: \"https://api.io/\"}        | true",
        "{url_path_pattern: \"^/v[0-9]/items$\"} | true",
        "{url_path_pattern: \"^/items\"}        | false",
        "{params: {a: 1}}                       | true",
        "{params: {a: 2}}                       | false",
        "{headers: {x-kind: k}}                 | true"
      })
  void aMatcherLooksAtAllThatItNames(String matcher, boolean matches) {
    Request request =
        new Request(
            "GET",
            "https://api.io/v1/items/",
            Map.of("X-Kind", "k"),
            Map.of("a", 1L),
            new Request.Body.None());
    assertThat(RequestMatcher.read(Yaml.component(matcher, "matcher")).matches(request))
        .isEqualTo(matches);
  }
}
