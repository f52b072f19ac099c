package org.airbytejdbc.connector.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RedactorTest {
  @Test
  void replacesEveryAppearanceOfAValue() {
    assertThat(redactor("s3cret").redact("s3cret and again as3cretb"))
        .isEqualTo("*** and again a***b");
  }

  @Test
  void theLongestValueIsReplacedWhole() {
    assertThat(redactor("pass", "password", "ssword1").redact("a password1 and a pass"))
        .isEqualTo("a ***1 and a ***");
  }

  @Test
  void valuesOfLessThanFourCharactersStay() {
    assertThat(redactor("bad", "", "four").redact("bad key, four")).isEqualTo("bad key, ***");
  }

  @Test
  void aValueIsNoPatternAndNoReplacement() {
    assertThat(redactor("a.c$1\\E").redact("a.c$1\\E abc$1")).isEqualTo("*** abc$1");
  }

  @Test
  void linesAndEscapesOfAKeyAreReplacedToo() {
    Redactor redactor = redactor("-----BEGIN-----\n  MIIE\"vQ\n-----END-----");

    assertThat(redactor.redact("line MIIE\"vQ")).isEqualTo("line ***");
    assertThat(redactor.redact("{\"k\":\"-----BEGIN-----\\n  MIIE\\\"vQ\\n-----END-----\"}"))
        .isEqualTo("{\"k\":\"***\"}");
  }

  @Test
  void growsWithoutForgetting() {
    assertThat(redactor("first").with(List.of("second")).redact("first second third"))
        .isEqualTo("*** *** third");
    assertThat(Redactor.NONE.redact("anything")).isEqualTo("anything");
  }

  @Test
  void showsItsValuesToNobody() {
    assertThat(redactor("s3cret")).hasToString("***");
  }

  private static Redactor redactor(String... values) {
    return Redactor.NONE.with(List.of(values));
  }
}
