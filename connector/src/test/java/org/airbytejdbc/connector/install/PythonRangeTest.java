package org.airbytejdbc.connector.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PythonRangeTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''             | 3.6.15 3.13.0        | ''",
        ">=3.10,<3.12   | 3.10.0 3.11.7        | 3.9.18 3.12.0 3.13.0",
        ">=3.10, <3.13  | 3.10.13 3.12.1       | 3.9.18 3.13.0",
        ">=3.10.5       | 3.10.5 3.11.0        | 3.10.4",
        ">3.10          | 3.10.1 3.11.0        | 3.10.0",
        "<=3.11         | 3.11.0 3.10.9        | 3.11.1",
        "~=3.10         | 3.10.0 3.13.0        | 3.9.18 4.0.0",
        "~=3.10.2       | 3.10.2 3.10.9        | 3.10.1 3.11.0",
        "==3.11.*       | 3.11.0 3.11.7        | 3.10.9 3.12.0",
        "==3.11         | 3.11.0               | 3.11.1",
        "===3.11.2      | 3.11.2               | 3.11.3",
        "!=3.9.*,>=3.8  | 3.8.1 3.10.0         | 3.9.0 3.7.16",
        "!=3.9.7,>=3.8  | 3.9.6                | 3.9.7",
        ">=3.7.0rc1     | 3.7.0 3.11.0         | 3.6.15",
        "nonsense       | 3.11.0               | ''",
        ">=3,<4         | 3.0.0 3.13.0         | 2.7.18 4.0.0",
      })
  void holdsVersionsAsTheStandardSays(String range, String inside, String outside) {
    PythonRange parsed = PythonRange.parse(range);

    assertThat(versions(inside)).allMatch(parsed::contains);
    assertThat(versions(outside)).noneMatch(parsed::contains);
  }

  private static Iterable<PythonVersion> versions(String texts) {
    return Arrays.stream(texts.split(" "))
        .filter(text -> !text.isEmpty())
        .map(text -> PythonVersion.parse(text).orElseThrow())
        .toList();
  }
}
