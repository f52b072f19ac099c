package org.airbytejdbc.driver.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConnectionPropertyTest {
  @ParameterizedTest
  @EnumSource
  void isNamedAsItsConstant(ConnectionProperty property) {
    String asConstant = property.key().replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
    assertThat(property.name()).isEqualTo(asConstant);
  }

  @ParameterizedTest
  @EnumSource
  void isFoundByItsKey(ConnectionProperty property) {
    assertThat(ConnectionProperty.named(property.key())).contains(property);
  }

  @ParameterizedTest
  @EnumSource
  void saysInOneSentenceOrMoreWhatItIs(ConnectionProperty property) {
    assertThat(property.description()).matches("[A-Z].*[^.]\\.");
  }

  @ParameterizedTest
  @EnumSource
  void readsItsDefaultAndItsChoices(ConnectionProperty property) {
    PropertyType<?> type = property.type();
    property.defaultText().ifPresent(text -> assertReads(type, text));
    type.choices().forEach(text -> assertReads(type, text));
    if (!type.choices().isEmpty()) {
      assertThat(type.choices()).containsAll(property.defaultText().stream().toList());
    }
  }

  @Test
  void noTwoShareAKey() {
    assertThat(Arrays.stream(ConnectionProperty.values()).map(ConnectionProperty::key))
        .doesNotHaveDuplicates();
  }

  private static void assertReads(PropertyType<?> type, String text) {
    assertThat(type.reader().read(text, Path.of(""))).isInstanceOf(type.value());
  }
}
