package org.airbytejdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.airbytejdbc.driver.settings.ConnectionProperty;
import org.junit.jupiter.api.Test;

class ReadmeTest {
  private static final String BEGIN = "<!-- properties -->\n";
  private static final String END = "<!-- /properties -->";

  @Test
  void listsThePropertiesAsTheDriverKnowsThem() throws IOException {
    String readme = Files.readString(Path.of("../README.md"));
    assertThat(readme.substring(readme.indexOf(BEGIN) + BEGIN.length(), readme.indexOf(END)))
        .isEqualTo(table());
  }

  private static String table() {
    return Arrays.stream(ConnectionProperty.values())
        .filter(ConnectionProperty::effective)
        .map(ReadmeTest::row)
        .collect(Collectors.joining("\n", "| property | default | |\n|---|---|---|\n", "\n"));
  }

  private static String row(ConnectionProperty property) {
    String choices =
        property.choices().isEmpty()
            ? ""
            : " "
                + property.choices().stream()
                    .map(each -> "`" + each + "`")
                    .collect(Collectors.joining(", "))
                + ".";
    return "| `%s` | %s | %s%s |"
        .formatted(
            property.key(),
            property.defaultText().map(text -> "`" + text + "`").orElse(""),
            property.description(),
            choices);
  }
}
