package org.airbytejdbc.cache.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.airbytejdbc.connector.protocol.StreamName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableNamesTest {
  private static String only(String name) {
    StreamName stream = StreamName.of(name);
    return TableNames.assign(List.of(stream), Map.of()).get(stream);
  }

  @ParameterizedTest
  @CsvSource({
    "users, users",
    "With PK, with_pk",
    "Ünïts, _n_ts",
    "2nd-list, _2nd_list",
    "a.b$c, a_b_c"
  })
  void nameIsNormalisedAsPyAirbyteDoes(String stream, String table) {
    assertThat(only(stream)).isEqualTo(table);
  }

  @Test
  void nameWithoutAnyLetterOrDigitIsAHashThatStays() {
    assertThat(only("___")).matches("stream_[0-9a-f]{8}").isEqualTo(only("___"));
    assertThat(only("日本")).matches("stream_[0-9a-f]{8}").isNotEqualTo(only("___"));
  }

  @Test
  void namespaceTellsStreamsOfOneNameApart() {
    StreamName plain = StreamName.of("users");
    StreamName one = StreamName.of("One", "users");
    StreamName two = StreamName.of("two", "users");
    StreamName alone = StreamName.of("two", "orders");
    assertThat(TableNames.assign(List.of(one, plain, two, alone), Map.of()))
        .isEqualTo(Map.of(plain, "users", one, "one_users", two, "two_users", alone, "orders"));
  }

  @Test
  void namesThatNormaliseAlikeAreNumberedInOrderAndNeverChange() {
    StreamName a = StreamName.of("a-b");
    StreamName b = StreamName.of("a_b");
    StreamName c = StreamName.of("A B");
    Map<StreamName, String> first = TableNames.assign(List.of(a, b), Map.of());
    assertThat(first).isEqualTo(Map.of(a, "a_b", b, "a_b_2"));
    assertThat(TableNames.assign(List.of(c, b), first)).isEqualTo(Map.of(b, "a_b_2", c, "a_b_3"));
  }
}
