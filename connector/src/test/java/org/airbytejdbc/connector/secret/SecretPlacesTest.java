package org.airbytejdbc.connector.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.airbytejdbc.connector.ConnectorException;
import org.airbytejdbc.connector.ConnectorException.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretPlacesTest {
  @TempDir private Path folder;

  @Test
  void linesOfAnEnvFileAreSecrets() throws IOException {
    Files.writeString(
        folder.resolve(".env"),
        """
        # of the team
        KEY=abc=def
        QUOTED="two words"
        """);

    assertThat(find("dotenv", "KEY")).contains("abc=def");
    assertThat(find("dotenv", "QUOTED")).contains("two words");
    assertThat(find("dotenv", "OTHER")).isEmpty();
    assertThat(find("dotenv", "PATH")).as("the environment is another place").isEmpty();
    assertThat(find("dotenv:missing.env", "KEY")).isEmpty();
  }

  @Test
  void anEnvFileThatCannotBeReadIsNotQuoted() throws IOException {
    Files.writeString(folder.resolve("broken.env"), "export KEY=canary-4711");

    assertThatExceptionOfType(ConnectorException.class)
        .isThrownBy(() -> find("dotenv:broken.env", "KEY"))
        .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.MISSING_SECRET))
        .satisfies(e -> assertThat(e).hasMessageNotContaining("canary").hasNoCause());
  }

  @Test
  void aMountedFileIsASecretWithoutItsLastLineEnd() throws IOException {
    Path mounted = Files.createDirectory(folder.resolve("mounted"));
    Files.writeString(mounted.resolve("KEY"), "abc\n");
    Files.writeString(mounted.resolve("CERT"), "a\nb\n\n");
    Files.writeString(folder.resolve("outside"), "no");

    assertThat(find("files:mounted", "KEY")).contains("abc");
    assertThat(find("files:mounted", "CERT")).contains("a\nb\n");
    assertThat(List.of("NONE", "../outside", "..", "", folder.resolve("outside").toString()))
        .allSatisfy(name -> assertThat(find("files:mounted", name)).isEmpty());
  }

  @Test
  void systemPropertiesHaveAPrefix() {
    System.setProperty("airbyte.secret.SECRET_PLACES_TEST", "abc");
    try {
      assertThat(find("properties", "SECRET_PLACES_TEST")).contains("abc");
      assertThat(find("properties", "user.home")).isEmpty();
    } finally {
      System.clearProperty("airbyte.secret.SECRET_PLACES_TEST");
    }
  }

  @Test
  void placesAreInTheOrderInWhichTheyAreWritten() {
    assertThat(SecretPlaces.parse("files:a, dotenv:b.env ,environment", folder).sources())
        .extracting(SecretSource::description)
        .containsExactly(
            folder.resolve("a").toString(), folder.resolve("b.env").toString(), "the environment");
  }

  @Test
  void anUnknownPlaceIsRefusedWithThoseThatThereAre() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SecretPlaces.parse("environment,vault:x", folder))
        .withMessageContaining("'vault'")
        .withMessageContaining("environment, dotenv, files, properties, prompt");
  }

  private Optional<String> find(String place, String name) {
    return SecretPlaces.parse(place, folder).sources().get(0).find(name);
  }
}
