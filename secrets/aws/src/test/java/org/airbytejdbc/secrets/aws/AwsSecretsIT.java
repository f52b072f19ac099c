package org.airbytejdbc.secrets.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.airbytejdbc.connector.ConnectorException;
import org.airbytejdbc.connector.ConnectorException.Kind;
import org.airbytejdbc.connector.config.ConfigInput;
import org.airbytejdbc.connector.config.ConfigResolver;
import org.airbytejdbc.connector.secret.SecretPlaces;
import org.airbytejdbc.connector.secret.SecretSource;
import org.airbytejdbc.testing.LocalServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** Secrets of a real server, found as a user names them in {@code secrets=}. */
class AwsSecretsIT {
  private static final List<String> SETTINGS =
      List.of("aws.endpointUrlSecretsManager", "aws.accessKeyId", "aws.secretAccessKey");

  private static LocalServer moto;

  @BeforeAll
  static void start() throws Exception {
    moto =
        LocalServer.ofPackage(
            "moto[server]==5.2.5",
            "/moto-api/",
            "moto_server",
            "-H",
            "127.0.0.1",
            "-p",
            LocalServer.PORT);
    System.setProperty(SETTINGS.get(0), moto.address().toString());
    System.setProperty(SETTINGS.get(1), "test");
    System.setProperty(SETTINGS.get(2), "test");
    try (SecretsManagerClient client =
        SecretsManagerClient.builder().region(Region.EU_CENTRAL_1).build()) {
      client.createSecret(secret -> secret.name("API_KEY").secretString("k-4711"));
      client.createSecret(secret -> secret.name("team/db").secretString("p-4712"));
      client.createSecret(
          secret -> secret.name("bytes").secretBinary(SdkBytes.fromUtf8String("b")));
    }
  }

  @AfterAll
  static void stop() {
    SETTINGS.forEach(System::clearProperty);
    moto.close();
  }

  @Test
  void aSecretIsFoundByItsName() {
    assertThat(place("aws:eu-central-1").find("API_KEY")).hasValue("k-4711");
    assertThat(place("aws:eu-central-1").find("gone")).isEmpty();
    assertThat(place("aws:eu-central-1").find("bytes")).isEmpty();
  }

  @Test
  void aPrefixStandsBeforeTheName() {
    assertThat(place("aws:eu-central-1/team/").find("db")).hasValue("p-4712");
    assertThat(place("aws:eu-central-1/team/").find("API_KEY")).isEmpty();
  }

  @Test
  void anotherRegionHasOthers() {
    assertThat(place("aws:us-east-1").find("API_KEY")).isEmpty();
  }

  @Test
  void aConfigIsFilledInAndTheErrorNamesThePlaceThatHasNone() {
    ConfigResolver resolver =
        new ConfigResolver(SecretPlaces.parse("aws:eu-central-1", Path.of("")).sources());

    assertThat(resolver.resolve("source-x", config("${API_KEY}")).reveal())
        .isEqualTo("{\"key\":\"k-4711\"}");
    assertThatThrownBy(() -> resolver.resolve("source-x", config("${gone}")))
        .hasMessageContaining("AWS Secrets Manager (eu-central-1)");
  }

  @Test
  void aServerThatCannotBeReachedIsToldWithoutSecrets() {
    System.setProperty(SETTINGS.get(0), "http://127.0.0.1:9");
    try {
      ConnectorException error =
          catchThrowableOfType(
              ConnectorException.class, () -> place("aws:eu-central-1").find("API_KEY"));
      assertThat(error.kind()).isEqualTo(Kind.MISSING_SECRET);
      assertThat(error).hasMessageContaining("cannot be asked for API_KEY");
    } finally {
      System.setProperty(SETTINGS.get(0), moto.address().toString());
    }
  }

  @Test
  void anAddressThatIsNoneIsRefused() {
    assertThatThrownBy(() -> place("aws:EU Central"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("REGION/PREFIX");
  }

  private static ConfigInput config(String key) {
    return new ConfigInput(
        Optional.of("{\"key\":\"" + key + "\"}"), Map.of(), Path.of("").toAbsolutePath());
  }

  private static SecretSource place(String text) {
    return SecretPlaces.parse(text, Path.of("")).sources().get(0);
  }
}
