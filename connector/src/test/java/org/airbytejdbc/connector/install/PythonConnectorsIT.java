package org.airbytejdbc.connector.install;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.airbytejdbc.connector.Cancellation;
import org.airbytejdbc.connector.Connector;
import org.airbytejdbc.connector.ConnectorException;
import org.airbytejdbc.connector.ConnectorException.Kind;
import org.airbytejdbc.connector.ConnectorFinder;
import org.airbytejdbc.connector.ConnectorListener;
import org.airbytejdbc.connector.ConnectorReference;
import org.airbytejdbc.connector.RunOptions;
import org.airbytejdbc.connector.config.ConnectorConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real connectors from the real package index. */
class PythonConnectorsIT {
  private static final Path SHARED =
      Path.of(requireNonNull(System.getProperty("airbyte.test.home")));

  private static final String CLOSED_PORT = "http://127.0.0.1:9/simple";

  @TempDir Path own;
  private final List<String> steps = Collections.synchronizedList(new ArrayList<>());

  @Test
  void theNewestFakerIsInstalledAndAnswers() {
    Connector faker = new ConnectorFinder(SHARED).find(ConnectorReference.of("source-faker"));

    assertThat(streams(faker, "{\"count\":10}")).contains("users", "products", "purchases");
    assertThat(faker.version()).matches("\\d+\\.\\d+\\.\\d+.*");
  }

  @Test
  void aPinnedFakerIsInstalledBesideTheNewest() {
    Connector faker = new ConnectorFinder(SHARED).find(pinned("source-faker", "7.1.1"));

    assertThat(faker.version()).isEqualTo("7.1.1");
    assertThat(streams(faker, "{}")).contains("users");
    assertThat(faker.version()).isEqualTo("7.1.1");
  }

  @Test
  void hardcodedRecordsNeedsANewerPythonAndGetsIt() {
    Connector connector =
        new ConnectorFinder(SHARED).find(ConnectorReference.of("source-hardcoded-records"));

    assertThat(streams(connector, "{\"count\":1}")).contains("products", "dummy_fields");
  }

  @Test
  void theFileSourceNeedsAnOlderPythonAndGetsIt() throws IOException {
    Path csv = Files.writeString(own.resolve("people.csv"), "name,age\nAda,36\n");
    Connector connector = new ConnectorFinder(SHARED).find(ConnectorReference.of("source-file"));
    String config =
        """
        {"dataset_name":"people","format":"csv","url":"%s","provider":{"storage":"local"}}
        """;

    assertThat(streams(connector, config.formatted(csv))).containsExactly("people");
  }

  @Test
  void theSpecRefusesAConfigOfARealConnector() {
    Connector connector = new ConnectorFinder(SHARED).find(ConnectorReference.of("source-file"));

    ConnectorException error =
        failure(() -> connector.discover(config("{\"provider\":{\"storage\":\"S4\"}}"), options()));

    assertThat(error.kind()).isEqualTo(Kind.INVALID_CONFIG);
    assertThat(error)
        .hasMessageContainingAll(
            "$: dataset_name is required", "$.provider.storage: one of HTTPS, GCS, S3");
  }

  @Test
  void whatIsInstalledNeedsNoNetwork() {
    streams(new ConnectorFinder(SHARED).find(ConnectorReference.of("source-faker")), "{}");

    Connector offline =
        new ConnectorFinder(SHARED, withoutNetwork()).find(ConnectorReference.of("source-faker"));

    assertThat(streams(offline, "{}")).contains("users");
  }

  @Test
  void aCancelledInstallationLeavesNothingAndTheNextInstallsOnceForManyThreads() throws Exception {
    Cancellation cancellation = new Cancellation();
    ConnectorListener cancelling =
        new ConnectorListener() {
          @Override
          public void preparing(String connector, String step) {
            if (step.startsWith("installing")) {
              cancellation.cancel(Cancellation.Cause.CANCELLED);
            }
          }
        };
    RunOptions options = new RunOptions(cancellation, Duration.ofMinutes(1), cancelling);
    Path environment = own.resolve("python/airbyte-source-faker-newest");

    assertThat(failure(() -> faker(own).spec(options)).kind()).isEqualTo(Kind.CANCELLED);
    assertThat(environment).doesNotExist();

    Files.createDirectories(environment.resolve("bin/left-by-a-process-that-was-killed"));
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try {
      List<Future<List<String>>> results =
          IntStream.range(0, 3)
              .mapToObj(i -> threads.submit(() -> streams(faker(own), "{\"count\":1}")))
              .toList();
      for (Future<List<String>> result : results) {
        assertThat(result.get()).contains("users");
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(steps.stream().filter(step -> step.startsWith("installing airbyte-source-faker")))
        .hasSize(1);
    assertThat(steps)
        .contains("looking for Python", "looking up airbyte-source-faker")
        .contains("waiting for another installation of airbyte-source-faker")
        .anyMatch(step -> step.startsWith("installed airbyte-source-faker "));
    assertThat(byteCode(environment)).isNotEmpty();
  }

  @Test
  void pipInstallsWhereUvCannotBeHad() throws IOException {
    Files.writeString(own.resolve("tools"), "no folder, so that nothing can be put into it");
    String withoutUv =
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .filter(folder -> !Files.exists(Path.of(folder, "uv")))
            .collect(Collectors.joining(File.pathSeparator));
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.put("PATH", withoutUv);

    Connector faker =
        new ConnectorFinder(own, environment).find(ConnectorReference.of("source-faker"));

    assertThat(streams(faker, "{\"count\":1}")).contains("users");
    assertThat(steps).doesNotContain("getting the installer uv");
  }

  @Test
  void aPackageThatDoesNotExistIsAnUnknownConnector() {
    ConnectorException error = fails(ConnectorReference.of("source-that-nobody-wrote"));

    assertThat(error.kind()).isEqualTo(Kind.UNKNOWN_CONNECTOR);
    assertThat(error).hasMessageContaining("airbyte-source-that-nobody-wrote");
  }

  @Test
  void aReleaseThatDoesNotExistIsTold() {
    ConnectorException error = fails(pinned("source-faker", "99.0"));

    assertThat(error.kind()).isEqualTo(Kind.INSTALL_FAILED);
    assertThat(error).hasMessageContaining("no version of airbyte-source-faker==99.0");
  }

  @Test
  void aReleaseThatAsksForPackagesThatDoNotExistIsTold() {
    ConnectorException error = fails(pinned("source-file", "0.6.0"));

    assertThat(error.kind()).isEqualTo(Kind.INSTALL_FAILED);
    assertThat(error)
        .hasMessageContainingAll(
            "smart-open[all]==0.6.0", "its own metadata asks for what does not exist");
    assertThat(error.guidance())
        .hasValueSatisfying(text -> assertThat(text).containsPattern("version=0\\.5\\.\\d+"));
  }

  @Test
  void withoutNetworkTheErrorSaysSo() {
    ConnectorException error =
        failure(
            () ->
                new ConnectorFinder(own, withoutNetwork())
                    .find(ConnectorReference.of("source-faker"))
                    .spec(options()));

    assertThat(error.kind()).isEqualTo(Kind.INSTALL_FAILED);
    assertThat(error).hasMessageContaining("the package index could not be reached");
    assertThat(own.resolve("python/airbyte-source-faker-newest")).doesNotExist();
  }

  @Test
  void aPythonThatIsNoneIsRefused() throws IOException {
    assertThat(fails(python(script("echo hello"))))
        .hasMessageContaining("is no Python 3")
        .returns(Kind.NO_PYTHON, ConnectorException::kind);
    assertThat(fails(python(own.resolve("gone"))).kind()).isEqualTo(Kind.NO_PYTHON);
  }

  /** A real Python, but for what it says of its version. */
  @Test
  void aPythonThatIsTooOldIsRefusedWithTheRange() throws IOException {
    Path old =
        script(
            "case \"$*\" in *'print('*version_info*) echo 3.9.1;; *) exec python3 \"$@\";; esac");

    ConnectorException error = fails(python(old));

    assertThat(error.kind()).isEqualTo(Kind.NO_PYTHON);
    assertThat(error)
        .hasMessageContaining("needs Python >=3.10")
        .hasMessageContaining("Found: 3.9.1 (" + old + ")");
  }

  private Path script(String body) throws IOException {
    Path file = Files.writeString(own.resolve("python3"), "#!/bin/sh\n" + body + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    return file;
  }

  private ConnectorException fails(ConnectorReference reference) {
    return failure(() -> new ConnectorFinder(SHARED).find(reference).spec(options()));
  }

  private static ConnectorException failure(Runnable action) {
    return catchThrowableOfType(ConnectorException.class, action::run);
  }

  private List<String> streams(Connector connector, String config) {
    return connector.discover(config(config), options()).streams().stream()
        .map(stream -> stream.name().name())
        .toList();
  }

  private static Connector faker(Path home) {
    return new ConnectorFinder(home).find(ConnectorReference.of("source-faker"));
  }

  private static ConnectorReference pinned(String name, String version) {
    return new ConnectorReference(name, Optional.empty(), Optional.of(version), Optional.empty());
  }

  private static ConnectorReference python(Path python) {
    return new ConnectorReference(
        "source-faker", Optional.empty(), Optional.empty(), Optional.of(python));
  }

  private static ConnectorConfig config(String json) {
    return new ConnectorConfig(json);
  }

  private RunOptions options() {
    ConnectorListener listener =
        new ConnectorListener() {
          @Override
          public void preparing(String connector, String step) {
            steps.add(step);
          }
        };
    return new RunOptions(Cancellation.none(), RunOptions.DEFAULT_IDLE_TIMEOUT, listener);
  }

  private static Map<String, String> withoutNetwork() {
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.put("PIP_INDEX_URL", CLOSED_PORT);
    environment.put("UV_DEFAULT_INDEX", CLOSED_PORT);
    return environment;
  }

  private static List<Path> byteCode(Path environment) throws IOException {
    try (Stream<Path> files = Files.walk(environment)) {
      return files
          .filter(
              file -> file.toString().contains("airbyte_cdk") && file.toString().endsWith(".pyc"))
          .toList();
    }
  }
}
