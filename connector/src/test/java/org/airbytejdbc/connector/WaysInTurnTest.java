package org.airbytejdbc.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.airbytejdbc.connector.ConnectorException.Kind;
import org.airbytejdbc.connector.ConnectorReference.Way;
import org.airbytejdbc.connector.container.ContainerSettings;
import org.airbytejdbc.testing.ScriptedConnector;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which way is taken where neither a package nor an engine is at hand. */
class WaysInTurnTest {
  private static final String REGISTRY =
      """
      {"sources": [
         {"name": "Orders", "sourceDefinitionId": "o", "dockerImageTag": "3.0.1",
          "dockerRepository": "acme/source-orders", "language": "java"},
         {"name": "Sample Data", "sourceDefinitionId": "f", "dockerImageTag": "7.2.1",
          "dockerRepository": "airbyte/source-faker", "language": "python",
          "remoteRegistries": {"pypi": {"enabled": true, "packageName": "airbyte-source-faker"}}}]}
      """;

  @TempDir Path folder;

  @BeforeEach
  void layRegistry() throws IOException {
    Files.createDirectories(folder.resolve("home"));
    Files.writeString(folder.resolve("home/registry.json"), REGISTRY);
  }

  @Test
  void eachWayTellsWhyItIsNotTaken() {
    Connector orders = finder().find(ConnectorReference.of("source-orders"));

    ConnectorException failure = failure(orders);

    assertThat(failure.kind()).isEqualTo(Kind.NO_ENGINE);
    assertThat(failure.getMessage().lines().toList())
        .containsExactly(
            "source-orders runs in no way that there is:",
            "executable: no program source-orders is on the PATH",
            "manifest: the registry lists source-orders as one with code, in java",
            "package: the registry lists none of source-orders",
            "image: No container engine answers at unix:///nowhere/docker.sock (from DOCKER_HOST):"
                + " No such file or directory");
    assertThat(failure.guidance()).hasValueSatisfying(it -> assertThat(it).contains("Podman"));
  }

  @Test
  void whatWouldBeTriedIsToldWithoutAskingAnybody() {
    assertThat(finder().find(ConnectorReference.of("source-faker")).ways())
        .containsExactly(
            "executable: no program source-faker is on the PATH",
            "manifest: the registry was not asked yet",
            "package: airbyte-source-faker is installed at the first run",
            "image: airbyte/source-faker is pulled at the first run");
    assertThat(folder.resolve("home/registry")).doesNotExist();
  }

  @Test
  void aProgramIsTheOnlyWayWhereItIsThere() {
    ScriptedConnector scripted = new ScriptedConnector(folder, "source-faker");
    Path program = scripted.write();
    ConnectorFinder finder =
        new ConnectorFinder(folder.resolve("home"), Map.of("PATH", program.getParent().toString()));

    assertThat(finder.find(ConnectorReference.of("source-faker")).ways())
        .containsExactly("the program " + program);
  }

  @Test
  void aNameCloseToOneThatIsListedIsNotLookedForElsewhere() {
    ConnectorException failure = failure(finder().find(ConnectorReference.of("source-fakr")));

    assertThat(failure.kind()).isEqualTo(Kind.UNKNOWN_CONNECTOR);
    assertThat(failure).hasMessage("There is no connector source-fakr in the registry");
    assertThat(failure.guidance())
        .hasValueSatisfying(it -> assertThat(it).startsWith("Did you mean source-faker?"));
  }

  @Test
  void theOneWayThatIsAskedForFailsWithItsOwnWords() {
    assertThat(failure(finder().find(asked("source-orders", Way.DOCKER))))
        .hasMessageStartingWith("No container engine answers")
        .returns(Kind.NO_ENGINE, ConnectorException::kind);
    assertThat(failure(finder().find(asked("source-faker", Way.MANIFEST))))
        .hasMessageContaining("manifest: the registry lists source-faker as one with code")
        .returns(Kind.UNKNOWN_CONNECTOR, ConnectorException::kind);
  }

  private static ConnectorReference asked(String name, Way way) {
    return new ConnectorReference(
        name,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        way,
        ContainerSettings.DEFAULTS,
        Optional.empty(),
        Optional.empty());
  }

  private ConnectorFinder finder() {
    return new ConnectorFinder(
        folder.resolve("home"), Map.of("PATH", "", "DOCKER_HOST", "unix:///nowhere/docker.sock"));
  }

  private static ConnectorException failure(Connector connector) {
    return catchThrowableOfType(
        ConnectorException.class, () -> connector.spec(RunOptions.defaults()));
  }
}
