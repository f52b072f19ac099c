package org.airbytejdbc.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.airbytejdbc.connector.ConnectorException.Kind;
import org.airbytejdbc.connector.config.ConfigInput;
import org.airbytejdbc.connector.config.ConfigResolver;
import org.airbytejdbc.connector.config.ConnectorConfig;
import org.airbytejdbc.connector.container.ContainerSettings;
import org.airbytejdbc.connector.protocol.LogMessage;
import org.airbytejdbc.connector.secret.EnvironmentSecrets;
import org.airbytejdbc.testing.ScriptedConnector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectorFinderTest {
  private static final String SPEC =
      """
      {"type": "object", "required": ["name"], "properties": {
        "name": {"type": "string"}, "count": {"type": "integer"},
        "token": {"type": "string", "airbyte_secret": true}}}
      """;

  @TempDir Path folder;

  @Test
  void theExecutableGivenIsTaken() {
    ScriptedConnector scripted = scripted("my-own");

    Connector connector = finder().find(executable("anything", scripted.write()));

    assertThat(connector.name()).isEqualTo("anything");
    assertThat(connector.version()).contains(scripted.executable().toString());
    assertThat(connector.discover(config("{\"name\":\"n\"}"), RunOptions.defaults()).streams())
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"source-scripted", "airbyte-source-scripted"})
  void aProgramOnPathIsTaken(String name) {
    ScriptedConnector scripted = scripted("source-scripted");
    scripted.write();

    Connector connector = finderOnPath(scripted).find(ConnectorReference.of(name));
    connector.discover(config("{\"name\":\"n\"}"), RunOptions.defaults());

    assertThat(connector.name()).isEqualTo("source-scripted");
    assertThat(scripted.calls("discover")).hasSize(1);
  }

  @Test
  void aVersionAsksForThePackage() {
    ScriptedConnector scripted = scripted("source-scripted");
    scripted.write();
    ConnectorReference pinned =
        new ConnectorReference(
            "source-scripted", Optional.empty(), Optional.of("1.2.3"), Optional.empty());

    assertThat(finderOnPath(scripted).find(pinned).version()).isEqualTo("1.2.3");
  }

  @Test
  void anImageThatIsNamedGoesBeforeAProgramOnThePath() {
    ScriptedConnector scripted = scripted("source-scripted");
    scripted.write();
    ConnectorReference named =
        new ConnectorReference(
            "source-scripted",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            ConnectorReference.Way.AUTO,
            new ContainerSettings(
                Optional.of("airbyte/mine:1"),
                ContainerSettings.Pull.MISSING,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of()),
            Optional.empty(),
            Optional.empty());

    assertThat(finderOnPath(scripted).find(named).ways())
        .containsExactly("a container of the image airbyte/mine:1");
  }

  @Test
  void findingStartsAndWritesNothing() {
    ScriptedConnector scripted = scripted("source-scripted");

    finder().find(executable("source-scripted", scripted.write()));
    Connector unknownYet = finder().find(ConnectorReference.of("source-not-there"));

    assertThat(unknownYet.version()).isEqualTo("newest");
    assertThat(scripted.calls()).isEmpty();
    assertThat(folder.resolve("home")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"faker", "", "source-", "Source-Faker", "source-../x", "rm", "source faker", "ü"})
  void aNameThatNoConnectorHasIsRefused(String name) {
    ConnectorException error = refused(ConnectorReference.of(name));

    assertThat(error.kind()).isEqualTo(Kind.UNKNOWN_CONNECTOR);
    assertThat(error).hasMessage("There is no connector " + name);
  }

  @Test
  void aForgottenPrefixIsSuggested() {
    assertThat(refused(ConnectorReference.of("faker")).guidance())
        .hasValueSatisfying(text -> assertThat(text).contains("Did you mean source-faker?"));
  }

  @Test
  void anExecutableThatIsNoneIsRefused() throws IOException {
    Path plain = Files.writeString(folder.resolve("plain"), "#!/bin/sh\n");
    Files.setPosixFilePermissions(plain, PosixFilePermissions.fromString("rw-r--r--"));

    assertThat(refused(executable("source-x", plain)))
        .hasMessage("source-x: executable=" + plain + " may not be executed")
        .returns(Kind.LAUNCH_FAILED, ConnectorException::kind);
    assertThat(refused(executable("source-x", folder))).hasMessageContaining("is no file");
    assertThat(refused(executable("source-x", folder.resolve("none"))))
        .hasMessageContaining("is no file");
    assertThat(refused(executable("../x", plain)).kind()).isEqualTo(Kind.UNKNOWN_CONNECTOR);
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../etc", "", "latest", "1.0 --index-url=http://localhost", "1/2"})
  void aVersionThatIsNoneIsRefused(String version) {
    ConnectorReference pinned =
        new ConnectorReference(
            "source-faker", Optional.empty(), Optional.of(version), Optional.empty());

    assertThat(refused(pinned).kind()).isEqualTo(Kind.INSTALL_FAILED);
  }

  @Test
  void aConfigAgainstTheSpecNeverReachesTheConnector() {
    ScriptedConnector scripted = scripted("source-scripted");
    Connector connector = finder().find(executable("source-scripted", scripted.write()));

    ConnectorException error =
        catchThrowableOfType(
            ConnectorException.class,
            () -> connector.discover(config("{\"count\":\"many\"}"), RunOptions.defaults()));

    assertThat(error.kind()).isEqualTo(Kind.INVALID_CONFIG);
    assertThat(scripted.calls()).extracting(ScriptedConnector.Call::verb).containsExactly("spec");
  }

  @Test
  void theConnectorGetsValuesOfTheSpecsTypes() {
    ScriptedConnector scripted = scripted("source-scripted");
    Connector connector = finder().find(executable("source-scripted", scripted.write()));
    ConfigInput input =
        new ConfigInput(Optional.empty(), Map.of("name", "7", "count", "8"), Path.of(""));

    connector.check(
        new ConfigResolver(List.of(new EnvironmentSecrets(Map.of()))).resolve("x", input),
        RunOptions.defaults());

    assertThat(scripted.calls("check").get(0).config()).hasToString("{\"name\":\"7\",\"count\":8}");
  }

  @Test
  void theSpecIsAskedForOnceOverAllProcesses() {
    ScriptedConnector scripted = scripted("source-scripted");
    ConnectorReference reference = executable("source-scripted", scripted.write());

    for (int process = 0; process < 3; process++) {
      Connector connector = finder().find(reference);
      connector.discover(config("{\"name\":\"n\"}"), RunOptions.defaults());
      connector.check(config("{\"name\":\"n\"}"), RunOptions.defaults());
      assertThat(connector.spec(RunOptions.defaults()).connectionSpecification()).contains("count");
    }

    assertThat(scripted.calls("spec")).hasSize(1);
    assertThat(scripted.calls("discover")).hasSize(3);
  }

  @Test
  void aConnectorThatChangedIsAskedForItsSpecAgain() throws IOException {
    ScriptedConnector scripted = scripted("source-scripted");
    Connector connector = finder().find(executable("source-scripted", scripted.write()));
    connector.spec(RunOptions.defaults());

    scripted.spec("{\"type\":\"object\",\"required\":[\"other\"]}").write();
    Files.setLastModifiedTime(scripted.executable(), FileTime.fromMillis(1_000_000));

    assertThat(connector.spec(RunOptions.defaults()).connectionSpecification()).contains("other");
  }

  @Test
  void aKeptSpecThatIsBrokenIsAskedForAgain() throws IOException {
    ScriptedConnector scripted = scripted("source-scripted");
    Connector connector = finder().find(executable("source-scripted", scripted.write()));
    connector.spec(RunOptions.defaults());
    try (var kept = Files.list(folder.resolve("home/specs"))) {
      for (Path file : kept.toList()) {
        Files.writeString(file, "{\"name\":");
      }
    }

    assertThat(connector.spec(RunOptions.defaults()).connectionSpecification()).contains("count");
    assertThat(scripted.calls("spec")).hasSize(2);
  }

  @Test
  void whatTheSpecCallsSecretIsTakenOutOfTheLog() {
    ScriptedConnector scripted =
        scripted("source-scripted")
            .play(
                "discover",
                "{\"message\":{\"type\":\"LOG\",\"log\":{\"level\":\"INFO\",\"message\":\"with hunter2\"}}}",
                "{\"message\":{\"type\":\"CATALOG\",\"catalog\":{\"streams\":[]}}}");
    Connector connector = finder().find(executable("source-scripted", scripted.write()));
    List<String> logged = new ArrayList<>();
    ConnectorListener listener =
        new ConnectorListener() {
          @Override
          public void log(String name, LogMessage message) {
            logged.add(message.message());
          }
        };

    connector.discover(
        config("{\"name\":\"n\",\"token\":\"hunter2\"}"),
        new RunOptions(Cancellation.none(), RunOptions.DEFAULT_IDLE_TIMEOUT, listener));

    assertThat(logged).contains("with ***");
  }

  private ScriptedConnector scripted(String name) {
    return new ScriptedConnector(folder, name)
        .spec(SPEC).stream("s", "{\"id\":{\"type\":\"integer\"}}");
  }

  private ConnectorFinder finder() {
    return new ConnectorFinder(folder.resolve("home"));
  }

  private ConnectorFinder finderOnPath(ScriptedConnector scripted) {
    String path = scripted.executable().getParent().toString();
    return new ConnectorFinder(folder.resolve("home"), Map.of("PATH", path));
  }

  private ConnectorException refused(ConnectorReference reference) {
    return catchThrowableOfType(ConnectorException.class, () -> finder().find(reference));
  }

  private static ConnectorReference executable(String name, Path file) {
    return new ConnectorReference(name, Optional.of(file), Optional.empty(), Optional.empty());
  }

  private static ConnectorConfig config(String json) {
    return new ConnectorConfig(json);
  }
}
