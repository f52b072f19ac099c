package org.airbytejdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverPropertyInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.IntStream;
import org.airbytejdbc.driver.settings.HomeFolder;
import org.airbytejdbc.testing.ScriptedConnector;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PropertyInfosTest {
  private static final String SPEC =
      """
      {"type": "object", "required": ["host", "credentials"],
       "properties": {
         "port": {"type": "integer", "title": "Port", "default": 5432, "order": 2},
         "host": {"type": "string", "title": "Host", "description": "Where it is", "order": 1},
         "mode": {"type": "string", "enum": ["fast", "safe"], "default": "safe", "order": 3},
         "tls": {"type": "boolean", "order": 4},
         "api_key": {"type": "string", "airbyte_secret": true, "default": "hush", "order": 5},
         "credentials": {"type": "object", "order": 6, "required": ["user"],
           "properties": {"user": {"type": "string"}},
           "oneOf": [
             {"title": "Token", "required": ["token"], "properties": {
               "kind": {"const": "token"}, "token": {"type": "string", "airbyte_secret": true}}},
             {"title": "Key", "properties": {
               "kind": {"const": "key"}, "bits": {"type": "integer", "default": 2048}}}]},
         "tables": {"type": "array", "items": {"type": "string"}, "order": 7}}}
      """;

  @TempDir Path folder;

  private ScriptedConnector connector;
  private HomeFolder home;

  @BeforeEach
  void describe() {
    connector = new ScriptedConnector(folder, "source-shop").spec(SPEC);
    connector.write();
    home = new HomeFolder(folder.resolve("home"));
  }

  private DriverPropertyInfo[] infos(@Nullable String url, @Nullable Properties properties) {
    return new PropertyInfos(url, properties).all(home);
  }

  private String url() {
    return "jdbc:airbyte:source-shop?executable="
        + URLEncoder.encode(connector.executable().toString(), StandardCharsets.UTF_8);
  }

  private DriverPropertyInfo info(String name) {
    return Arrays.stream(infos(url(), null))
        .filter(info -> info.name.equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> fields(DriverPropertyInfo[] infos) {
    return Arrays.stream(infos)
        .map(info -> info.name)
        .filter(n -> n.startsWith("config."))
        .toList();
  }

  @Test
  void theFieldsOfTheConfigFollowTheDriversPropertiesInTheSpecsOrder() {
    assertThat(infos(url(), null)).extracting(info -> info.name).startsWith("config", "workspace");
    assertThat(fields(infos(url(), null)))
        .containsExactly(
            "config.host",
            "config.port",
            "config.mode",
            "config.tls",
            "config.api_key",
            "config.credentials.user",
            "config.credentials.kind",
            "config.credentials.token",
            "config.credentials.bits",
            "config.tables");
  }

  @Test
  void aFieldIsDescribedAsItsSpecDoes() {
    assertThat(info("config.host").description).isEqualTo("Host. Where it is");
    assertThat(info("config.host").required).isTrue();
    assertThat(info("config.host").value).isNull();
    assertThat(info("config.port").value).isEqualTo("5432");
    assertThat(info("config.port").required).isFalse();
    assertThat(info("config.mode").choices).containsExactly("fast", "safe");
    assertThat(info("config.tls").choices).containsExactly("false", "true");
    assertThat(info("config.credentials.user").required).isTrue();
    assertThat(info("config.tables").choices).isNull();
  }

  @Test
  void fieldsOfOneFormAreNeitherRequiredNorPreset() {
    assertThat(info("config.credentials.kind").choices).containsExactly("token", "key");
    assertThat(info("config.credentials.token").required).isFalse();
    assertThat(info("config.credentials.bits").value).isNull();
  }

  @Test
  void secretsAreSaidToBeOnesAndNeverShown() {
    Properties properties = new Properties();
    properties.setProperty("config.api_key", "canary");
    properties.setProperty("config.credentials.token", "canary");
    properties.setProperty("config", "{\"host\": \"canary\"}");
    assertThat(infos(url() + "&config.host=canary", properties))
        .allSatisfy(info -> assertThat(info.value).isNotEqualTo("canary").isNotEqualTo("hush"))
        .filteredOn(info -> info.name.startsWith("config."))
        .filteredOn(info -> info.description.contains("secret"))
        .extracting(info -> info.name)
        .containsExactly("config.api_key", "config.credentials.token");
  }

  @Test
  void theConnectorIsAskedOnceAndNothingElseOfIt() {
    infos(url(), null);
    infos(url(), new Properties());
    assertThat(connector.calls()).extracting(ScriptedConnector.Call::verb).containsExactly("spec");
  }

  @Test
  void noPieceOfAUrlFailsOrRunsAnotherProgram() throws Exception {
    Path other = connector.file("source-sho");
    Files.copy(connector.executable(), other);
    String url = url() + "&config={\"host\":\"h\"}&refresh=never";
    IntStream.rangeClosed(0, url.length())
        .mapToObj(length -> url.substring(0, length))
        .forEach(piece -> assertThat(infos(piece, null)).isNotEmpty());
    assertThat(connector.calls()).extracting(ScriptedConnector.Call::verb).containsExactly("spec");
  }

  @Test
  void aConnectorThatIsNotInstalledIsNotInstalledForIt() {
    assertThat(fields(infos("jdbc:airbyte:source-nowhere-to-be-found", null))).isEmpty();
    assertThat(fields(infos("jdbc:airbyte:source-faker?version=1.0.0", null))).isEmpty();
    assertThat(home.path()).doesNotExist();
  }

  @Test
  void aConnectorThatCannotTellLeavesTheDriversProperties() {
    connector.play("spec", "{\"exit\": 1}").write();
    assertThat(fields(infos(url(), null))).isEmpty();
    connector.spec(
        "{\"type\": \"object\", \"properties\": {\"a\": 1, \"b.c\": {}, \"d\": {\"$ref\": \"#\"}}}");
    assertThat(fields(infos(null, null))).isEmpty();
    assertThat(fields(infos("jdbc:postgresql://localhost/shop", null))).isEmpty();
    assertThat(fields(infos("jdbc:airbyte:?workspace=team.yaml", null))).isEmpty();
  }

  @Test
  void aSpecThatRefersToItselfHasAnEnd() {
    connector.spec(
        """
        {"type": "object", "properties": {"a": {"$ref": "#"}, "b.c": {"type": "string"},
          "d": true, "e": {"type": "string", "title": 1, "enum": {}, "default": {}}}}
        """);
    connector.write();
    assertThat(fields(infos(url(), null))).contains("config.e").hasSizeLessThan(50);
  }
}
