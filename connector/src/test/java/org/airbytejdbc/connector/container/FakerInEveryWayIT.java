package org.airbytejdbc.connector.container;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.airbytejdbc.connector.Connector;
import org.airbytejdbc.connector.ConnectorException;
import org.airbytejdbc.connector.ConnectorFinder;
import org.airbytejdbc.connector.ConnectorReference;
import org.airbytejdbc.connector.ReadRequest;
import org.airbytejdbc.connector.RunOptions;
import org.airbytejdbc.connector.config.ConnectorConfig;
import org.airbytejdbc.connector.launch.ExecutableLauncher;
import org.airbytejdbc.connector.launch.ProcessConnector;
import org.airbytejdbc.connector.protocol.AirbyteCatalog;
import org.airbytejdbc.connector.protocol.AirbyteStream;
import org.airbytejdbc.connector.protocol.ConfiguredCatalog;
import org.airbytejdbc.connector.protocol.ConfiguredStream;
import org.airbytejdbc.connector.protocol.DestinationSyncMode;
import org.airbytejdbc.connector.protocol.StateInput;
import org.airbytejdbc.connector.protocol.StreamName;
import org.airbytejdbc.connector.protocol.SyncMode;
import org.airbytejdbc.testing.TestEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** A real connector says the same as a package, as a program and as an image. */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIf(
    value = "org.airbytejdbc.testing.TestEngine#isDockerExpected",
    disabledReason = "Docker is not installed: its containers are not tested")
class FakerInEveryWayIT {
  private static final String NAME = "source-faker";
  private static final String IMAGE = "airbyte/source-faker:test";
  private static final Path HOME =
      Path.of(requireNonNull(System.getProperty("airbyte.test.home"))).toAbsolutePath();
  private static final ConnectorConfig CONFIG =
      new ConnectorConfig("{\"count\":50,\"seed\":1,\"parallelism\":1}");
  private static final RunOptions OPTIONS = RunOptions.defaults();

  private TestEngine engine;
  private Connector asPackage;
  private AirbyteCatalog catalog;
  private List<Connector> others;

  @BeforeAll
  void prepare(@TempDir Path folder) throws IOException {
    asPackage = new ConnectorFinder(HOME).find(ConnectorReference.of(NAME));
    catalog = asPackage.discover(CONFIG, OPTIONS);
    Path program = installed();
    engine = TestEngine.start(TestEngine.Kind.DOCKER);
    engine.addImage(IMAGE, program);
    others =
        List.of(new ProcessConnector(NAME, new ExecutableLauncher(program)), container(folder));
  }

  @AfterAll
  void stop() {
    assertThat(engine.containers()).isEmpty();
    engine.close();
  }

  @Test
  void theSameStreams() {
    assertThat(others)
        .allSatisfy(it -> assertThat(it.discover(CONFIG, OPTIONS)).isEqualTo(catalog));
  }

  @Test
  void theSameRecordsAndStates() {
    List<String> said = read(asPackage, "users");

    assertThat(said).hasSizeGreaterThan(50);
    assertThat(others).allSatisfy(it -> assertThat(read(it, "users")).isEqualTo(said));
  }

  @Test
  void theSameErrors() {
    ConnectorException failure = failure(asPackage);

    assertThat(failure).isNotNull();
    assertThat(others)
        .allSatisfy(
            it ->
                assertThat(failure(it))
                    .returns(failure.kind(), ConnectorException::kind)
                    .returns(firstLine(failure), FakerInEveryWayIT::firstLine));
  }

  private ConnectorException failure(Connector connector) {
    return catchThrowableOfType(ConnectorException.class, () -> read(connector, "no_such_stream"));
  }

  /** What it says; it writes the time into its records and states. */
  private List<String> read(Connector connector, String name) {
    AirbyteStream stream =
        catalog.streams().stream()
            .filter(each -> each.name().name().equals("users"))
            .findFirst()
            .orElseThrow();
    AirbyteStream wanted =
        new AirbyteStream(
            StreamName.of(name),
            stream.jsonSchema(),
            stream.supportedSyncModes(),
            stream.sourceDefinedCursor(),
            stream.defaultCursorField(),
            stream.primaryKey(),
            stream.resumable());
    ConfiguredStream configured =
        new ConfiguredStream(wanted, SyncMode.FULL_REFRESH, DestinationSyncMode.OVERWRITE);
    ReadRequest request =
        new ReadRequest(CONFIG, new ConfiguredCatalog(List.of(configured)), new StateInput.None());
    return ContainerLab.said(connector.read(request, OPTIONS)).stream()
        .map(text -> text.replaceAll("20\\d\\d-\\d\\d-\\d\\dT[0-9:.]+(Z|\\+00:00)?", "TIME"))
        .toList();
  }

  private static Path installed() throws IOException {
    try (Stream<Path> files =
        Files.find(HOME.resolve("python"), 3, (file, is) -> file.endsWith("bin/" + NAME))) {
      return files.max(Path::compareTo).orElseThrow();
    }
  }

  private static String firstLine(ConnectorException failure) {
    return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
  }

  private Connector container(Path folder) {
    ContainerSettings settings =
        new ContainerSettings(
            Optional.of(IMAGE),
            ContainerSettings.Pull.NEVER,
            Optional.of("none"),
            Optional.empty(),
            Optional.empty(),
            List.of());
    return new ProcessConnector(
        NAME,
        new ContainerLauncher(
            NAME, Optional.empty(), settings, folder.resolve("home"), engine.environment()));
  }
}
