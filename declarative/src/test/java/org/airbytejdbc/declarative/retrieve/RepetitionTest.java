package org.airbytejdbc.declarative.retrieve;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.airbytejdbc.declarative.DeclarativeException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages that come again and again are told from pages that only look alike. */
class RepetitionTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 100})
  void aCycleOfPagesFailsHoweverLongItIs(int length) {
    var repetition = new Repetition();
    assertThatThrownBy(
            () -> {
              for (int page = 0; page < 10_000; page++) {
                note(repetition, page < 5 ? -page : page % length, "[]");
              }
            })
        .isInstanceOf(DeclarativeException.class)
        .hasMessageContaining("does not stop");
  }

  @ParameterizedTest
  @ValueSource(strings = {"token", "body"})
  void eitherTokenOrBodyMayStayTheSame(String what) {
    var repetition = new Repetition();
    assertThatCode(
            () -> {
              for (int page = 0; page < 10_000; page++) {
                note(
                    repetition,
                    what.equals("token") ? 1 : page,
                    what.equals("body") ? "" : page + "");
              }
            })
        .doesNotThrowAnyException();
  }

  private static void note(Repetition repetition, int token, String body) {
    repetition.note(Optional.of("t" + token), body.getBytes(StandardCharsets.UTF_8));
  }
}
