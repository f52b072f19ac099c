package org.airbytejdbc.cache.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.airbytejdbc.connector.schema.AirbyteType;
import org.airbytejdbc.connector.schema.AirbyteType.Decimal;
import org.airbytejdbc.connector.schema.AirbyteType.Simple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypeWideningTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          INTEGER        | BIG_INTEGER             | BIG_INTEGER
          INTEGER        | NUMBER                  | NUMBER
          BIG_INTEGER    | NUMBER                  | JSON
          INTEGER        | DECIMAL(10,2)           | DECIMAL(21,2)
          BIG_INTEGER    | DECIMAL(10,2)           | JSON
          DECIMAL(10,2)  | DECIMAL(8,4)            | DECIMAL(12,4)
          DECIMAL(38,0)  | DECIMAL(38,10)          | JSON
          NUMBER         | DECIMAL(10,2)           | JSON
          DATE           | TIMESTAMP               | TIMESTAMP
          DATE           | TIMESTAMP_WITH_TIMEZONE | TIMESTAMP_WITH_TIMEZONE
          TIME           | TIME_WITH_TIMEZONE      | TIME_WITH_TIMEZONE
          DATE           | TIME                    | STRING
          BOOLEAN        | INTEGER                 | STRING
          BINARY         | STRING                  | STRING
          STRING         | JSON                    | JSON
          """)
  void widestTypeHoldsBoth(String one, String other, String widest) {
    assertThat(TypeWidening.widest(type(one), type(other))).isEqualTo(type(widest));
  }

  @Test
  void orderDoesNotMatterAndNothingBecomesNarrowerAgain() {
    List<AirbyteType> types = new ArrayList<>(List.of(Simple.values()));
    types.add(new Decimal(10, 2));
    types.add(new Decimal(38, 38));
    for (AirbyteType one : types) {
      for (AirbyteType other : types) {
        AirbyteType widest = TypeWidening.widest(one, other);
        assertThat(TypeWidening.widest(other, one)).as("%s, %s", one, other).isEqualTo(widest);
        assertThat(TypeWidening.widest(widest, one)).as("%s, %s", one, other).isEqualTo(widest);
      }
    }
  }

  private static AirbyteType type(String text) {
    if (!text.startsWith("DECIMAL")) {
      return Simple.valueOf(text);
    }
    String[] digits = text.substring("DECIMAL(".length(), text.length() - 1).split(",");
    return new Decimal(Integer.parseInt(digits[0]), Integer.parseInt(digits[1]));
  }
}
