package org.airbytejdbc.driver.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.airbytejdbc.driver.settings.ConnectionUrl.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionUrlTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://localhost/shop",
        "jdbc:airbytes:source-faker",
        "JDBC:AIRBYTE:source-faker",
        "airbyte:source-faker",
        "jdbc:airbyte",
        ""
      })
  void leavesForeignUrlsToOtherDrivers(String url) {
    assertThat(ConnectionUrl.parse(url)).isEmpty();
  }

  @Test
  void readsConnectorAndPropertiesInTheirOrder() {
    ConnectionUrl url = parsed("source-faker?refresh=never&name=shop");
    assertThat(url.connector()).isEqualTo("source-faker");
    assertThat(url.properties())
        .containsExactly(new Property("refresh", "never"), new Property("name", "shop"));
  }

  @Test
  void acceptsAUrlWithoutProperties() {
    assertThat(parsed("source-faker").properties()).isEmpty();
    assertThat(parsed("source-faker?").properties()).isEmpty();
    assertThat(parsed("?workspace=team.yaml").connector()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"count\":1000}",
        "{ \"count\" : 1000 }",
        "{\"url\":\"https://shop.example/?a=1&b=2#top\"}",
        "{\"text\":\"}{\\\"}\",\"deep\":{\"list\":[{},{}]}}",
        "{\"discount\":\"100%\",\"escaped\":\"%41\"}",
        "{\"secret\":\"${SHOP_KEY}\"}",
        "{\"name\":\"Zürich 🙂\"}"
      })
  void takesAConfigThatIsAJsonObjectAsItIs(String json) {
    assertThat(parsed("source-x?config=" + json + "&refresh=never").properties())
        .containsExactly(new Property("config", json), new Property("refresh", "never"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "config=%7B%22count%22%3A1000%7D          | {\"count\":1000}",
        "config={%22count%22:1000}                | {\"count\":1000}",
        "config={%22a%22:%22x%26y%22}             | {\"a\":\"x&y\"}",
        "config=my%20config.json                  | my config.json",
        "config=C:\\files\\config.json            | C:\\files\\config.json",
        "config.key=a%26b%3Dc                     | a&b=c",
        "config.key=a=b                           | a=b",
        "config.key=1+1                           | 1+1",
        "config.key=what?                         | what?",
        "config.key={not&                         | {not",
        "config.key=%F0%9F%99%82                  | 🙂",
      })
  void decodesEveryOtherValue(String property, String text) {
    assertThat(parsed("source-x?" + property).properties())
        .extracting(Property::text)
        .containsExactly(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "//localhost/faker                    | names no connector",
        "source faker                         | names no connector",
        "source-faker/../other                | names no connector",
        "source-faker&refresh=never           | names no connector",
        "{\"count\":1}                        | names no connector",
        "source-x?refresh                     | 'refresh' has no value",
        "source-x?refresh&name=a              | 'refresh' has no value",
        "source-x?&refresh=never              | no property's name has no value",
        "source-x?name=a&&refresh=never       | no property's name has no value",
        "source-x?config.key=50%              | 'config.key' holds a % that encodes no character",
        "source-x?config.key=%zz              | 'config.key' holds a % that encodes no character",
        "source-x?config.key=%-1              | 'config.key' holds a % that encodes no character",
        "source-x?config.key=%FF              | 'config.key' holds a % that encodes no character",
        "source-x?config.key=%C3%28           | 'config.key' holds a % that encodes no character",
        "source-x?config={\"count\":1000      | begins as a JSON object but is none",
        "source-x?config={count:1000}         | begins as a JSON object but is none",
        "source-x?config={'count':1000}       | begins as a JSON object but is none",
        "source-x?config={\"a\":1,}           | begins as a JSON object but is none",
        "source-x?config={\"a\":\"x&refresh=y | begins as a JSON object but is none",
        "source-x?config={\"a\":1}}           | goes on after its JSON object",
        "source-x?config={\"a\":1}refresh=no  | goes on after its JSON object",
        "source-x?config={\"a\":1}?b=2        | goes on after its JSON object",
      })
  void refusesWhatItCannotRead(String rest, String message) {
    assertThatThrownBy(() -> parsed(rest))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining(message);
  }

  @Test
  void showsNoSecretInItsRedactedForm() {
    ConnectionUrl url =
        parsed(
            "source-x?config={\"key\":\"hush\"}&config.token=hush&password=hush&refresh=never"
                + "&confg=hush");
    assertThat(url.redacted())
        .isEqualTo(
            "jdbc:airbyte:source-x?config=***&config.token=***&password=***&refresh=never&confg=***");
    assertThat(url).hasToString(url.redacted());
    assertThat(url.properties().toString()).doesNotContain("hush");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "config={\"key\":\"hush\"",
        "config={\"key\":\"a&hush\"",
        "config={\"key\":hush}",
        "config.key=hush%",
        "name=a&\"hush\"}",
        "name=a&hu sh"
      })
  void saysNoValueInItsErrors(String properties) {
    assertThatThrownBy(() -> parsed("source-x?" + properties))
        .isInstanceOf(SettingsException.class)
        .hasMessageNotContaining("hush")
        .hasMessageNotContaining("hu sh");
  }

  /** Any text is either read, refused or left to others; the seed is fixed. */
  @Test
  void survivesAnyText() {
    Random random = new Random(20261122);
    List<String> pieces =
        List.of(
            "config=",
            "config.",
            "{",
            "}",
            "\"",
            "\\",
            "&",
            "=",
            "?",
            "%",
            "%7B",
            "%C3",
            ":",
            ",",
            "[",
            "]",
            "refresh",
            "never",
            "1",
            "\0",
            "\uD83D",
            "🙂",
            " ",
            "null",
            "source-x",
            "${A}");
    int read = 0;
    for (int run = 0; run < 20_000; run++) {
      StringBuilder url = new StringBuilder("jdbc:airbyte:source-x?config=");
      for (int length = random.nextInt(24); length > 0; length--) {
        url.append(pieces.get(random.nextInt(pieces.size())));
      }
      try {
        ConnectionUrl parsed = ConnectionUrl.parse(url.toString()).orElseThrow();
        assertThat(parsed.redacted()).startsWith("jdbc:airbyte:source-x?config=***");
        read++;
      } catch (SettingsException refused) {
        assertThat(refused).hasMessageNotContaining("${A}");
      }
    }
    assertThat(read).isBetween(1, 19_999);
  }

  private static ConnectionUrl parsed(String rest) {
    return ConnectionUrl.parse("jdbc:airbyte:" + rest).orElseThrow();
  }
}
