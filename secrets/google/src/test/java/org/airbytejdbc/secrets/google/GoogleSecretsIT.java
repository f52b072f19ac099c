package org.airbytejdbc.secrets.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.cloud.secretmanager.v1.ProjectName;
import com.google.cloud.secretmanager.v1.Secret;
import com.google.cloud.secretmanager.v1.SecretManagerServiceClient;
import com.google.cloud.secretmanager.v1.SecretName;
import com.google.cloud.secretmanager.v1.SecretPayload;
import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.Optional;
import org.airbytejdbc.connector.ConnectorException;
import org.airbytejdbc.connector.ConnectorException.Kind;
import org.airbytejdbc.connector.secret.SecretPlaces;
import org.airbytejdbc.connector.secret.SecretSource;
import org.airbytejdbc.testing.LocalServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Secrets of a server that speaks Google's API, found as a user names them in {@code secrets=}. */
class GoogleSecretsIT {
  private static final String ENDPOINT = "google.secretmanager.endpoint";

  private static LocalServer server;

  @BeforeAll
  static void start() throws Exception {
    server =
        LocalServer.ofPackage(
            "drongo==0.8.0",
            "/drongo/health",
            "drongo",
            "server",
            "--host",
            "127.0.0.1",
            "--port",
            LocalServer.PORT);
    signIn();
    try (SecretManagerServiceClient client =
        SecretManagerServiceClient.create(
            new GoogleSecrets("shop", "", Optional.of(server.address().toString())).settings())) {
      add(client, "API_KEY", ByteString.copyFromUtf8("k-4711"), ByteString.copyFromUtf8("k-4712"));
      add(client, "team-db", ByteString.copyFromUtf8("pässwörd"));
      add(client, "bytes", ByteString.copyFrom(new byte[] {(byte) 0xc3, 0x28}));
    }
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void reach() {
    System.setProperty(ENDPOINT, server.address().toString());
  }

  @AfterEach
  void forget() {
    System.clearProperty(ENDPOINT);
  }

  @Test
  void aSecretIsFoundByItsNameInItsNewestVersion() {
    assertThat(place("google:shop").find("API_KEY")).hasValue("k-4712");
    assertThat(place("google:shop").find("gone")).isEmpty();
    assertThat(place("google:shop").find("bytes")).isEmpty();
  }

  @Test
  void aPrefixStandsBeforeTheName() {
    assertThat(place("google:shop/team-").find("db")).hasValue("pässwörd");
    assertThat(place("google:shop/team-").find("API_KEY")).isEmpty();
  }

  @Test
  void anotherProjectHasOthers() {
    assertThat(place("google:crm").find("API_KEY")).isEmpty();
  }

  @Test
  void aNameThatNoSecretCanHaveIsOfAnotherPlace() {
    assertThat(place("google:shop").find("../crm/secrets/API_KEY")).isEmpty();
  }

  @Test
  void aServerThatCannotBeReachedIsTold() {
    System.setProperty(ENDPOINT, "http://127.0.0.1:9");

    ConnectorException error =
        catchThrowableOfType(ConnectorException.class, () -> place("google:shop").find("API_KEY"));

    assertThat(error.kind()).isEqualTo(Kind.MISSING_SECRET);
    assertThat(error).hasMessageContaining("Google Secret Manager (shop) cannot be asked");
  }

  @Test
  void aPlaceWithoutAProjectIsRefused() {
    assertThatThrownBy(() -> place("google"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("PROJECT/PREFIX");
  }

  /** Where the build has GOOGLE_APPLICATION_CREDENTIALS point to: a service account's own key. */
  private static void signIn() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    String key =
        Base64.getEncoder().encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
    Files.writeString(
        Path.of(System.getenv("GOOGLE_APPLICATION_CREDENTIALS")),
        """
        {"type": "service_account", "project_id": "shop", "client_id": "1",
         "client_email": "driver@shop.iam.gserviceaccount.com", "private_key_id": "1",
         "private_key": "-----BEGIN PRIVATE KEY-----\\n%s\\n-----END PRIVATE KEY-----\\n"}
        """
            .formatted(key),
        StandardCharsets.UTF_8);
  }

  private static void add(SecretManagerServiceClient client, String name, ByteString... versions) {
    client.createSecret(ProjectName.of("shop"), name, Secret.getDefaultInstance());
    for (ByteString version : versions) {
      client.addSecretVersion(
          SecretName.of("shop", name), SecretPayload.newBuilder().setData(version).build());
    }
  }

  private static SecretSource place(String text) {
    return SecretPlaces.parse(text, Path.of("")).sources().get(0);
  }
}
