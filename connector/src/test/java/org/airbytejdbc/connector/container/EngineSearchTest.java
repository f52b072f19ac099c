package org.airbytejdbc.connector.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.airbytejdbc.connector.ConnectorException;
import org.airbytejdbc.connector.ConnectorException.Kind;
import org.airbytejdbc.connector.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The engine is looked for where Docker's own client looks, and then where others answer. */
class EngineSearchTest {
  @TempDir private Path home;

  @Test
  void dockerHostGoesBeforeAll() throws IOException {
    context("build", "tcp://build:2376");

    assertThat(search(Map.of("DOCKER_HOST", "tcp://near:2375", "DOCKER_CONTEXT", "build")).find())
        .isEqualTo(new EngineAddress("tcp://near:2375", Optional.empty(), "DOCKER_HOST"));
  }

  @Test
  void tlsIsAskedForByItsOwnVariables() {
    Map<String, String> named =
        Map.of("DOCKER_HOST", "tcp://b:2376", "DOCKER_TLS_VERIFY", "1", "DOCKER_CERT_PATH", "/c");
    Map<String, String> usual = Map.of("DOCKER_HOST", "tcp://b:2376", "DOCKER_TLS_VERIFY", "1");

    assertThat(search(named).find().certificates()).contains(Path.of("/c"));
    assertThat(search(usual).find().certificates()).contains(home.resolve(".docker"));
  }

  @Test
  void theContextInUseIsTakenWithItsCertificates() throws IOException {
    Path tls = context("build", "tcp://build:2376");
    Files.writeString(home.resolve(".docker/config.json"), "{\"currentContext\": \"build\"}");

    assertThat(search(Map.of()).find())
        .isEqualTo(
            new EngineAddress("tcp://build:2376", Optional.empty(), "the Docker context build"));
    Files.createDirectories(tls);
    assertThat(search(Map.of()).find().certificates()).contains(tls);
  }

  @Test
  void aContextIsNamedByItsVariable() throws IOException {
    context("desktop", "npipe:////./pipe/dockerDesktopLinuxEngine");

    assertThat(search(Map.of("DOCKER_CONTEXT", "desktop")).find().host())
        .isEqualTo("npipe:////./pipe/dockerDesktopLinuxEngine");
    assertThatThrownBy(() -> search(Map.of("DOCKER_CONTEXT", "gone")).find())
        .hasMessage("The Docker context gone is unknown");
  }

  @Test
  void theFoldersOfDockersClientMayLieElsewhere() {
    assertThat(search(Map.of("DOCKER_CONFIG", "/elsewhere")).dockerFolder())
        .isEqualTo(Path.of("/elsewhere"));
  }

  @Test
  void aPipeIsAnAddressOfWindows() {
    ConnectorException none =
        catchThrowableOfType(
            ConnectorException.class, () -> new EngineSearch(Map.of(), home, true).find());

    assertThat(none)
        .returns(Kind.NO_ENGINE, ConnectorException::kind)
        .hasMessageContaining("\\\\.\\pipe\\docker_engine")
        .hasMessageContaining("\\\\.\\pipe\\podman-machine-default");
    assertThat(EngineAddress.ofPipe("docker_engine"))
        .returns("npipe:////./pipe/docker_engine", EngineAddress::host)
        .returns("\\\\.\\pipe\\docker_engine", EngineAddress::origin);
  }

  @Test
  void aPipeOrSocketThatIsNotThereIsToldOf() {
    for (String host : new String[] {"npipe:////./pipe/gone", "unix:///gone.sock"}) {
      EngineAddress address = new EngineAddress(host, Optional.empty(), "DOCKER_HOST");

      assertThat(catchThrowableOfType(ConnectorException.class, () -> Engine.open(address, home)))
          .returns(Kind.NO_ENGINE, ConnectorException::kind)
          .hasMessageContaining(host);
    }
  }

  @Test
  void anAddressThatIsNoneIsToldOf() {
    EngineAddress address = new EngineAddress("ssh://me@build", Optional.empty(), "DOCKER_HOST");

    assertThatThrownBy(() -> Engine.open(address, home))
        .hasMessageContaining("ssh://me@build from DOCKER_HOST is no address");
  }

  @Test
  void theSocketsOfOthersComeAfterDockersOwn() throws IOException {
    Path runtime = home.resolve("run");
    Path podman = runtime.resolve("podman/podman.sock");
    Files.createDirectories(podman.getParent());
    Files.createFile(podman);
    EngineSearch search = search(Map.of("XDG_RUNTIME_DIR", runtime.toString()));
    if (Files.notExists(Path.of("/var/run/docker.sock"))) {
      assertThat(search.find().host()).isEqualTo("unix://" + podman);
      Path rootless = Files.createFile(runtime.resolve("docker.sock"));
      assertThat(search.find().host()).isEqualTo("unix://" + rootless);
    } else {
      assertThat(search.find().host()).isEqualTo("unix:///var/run/docker.sock");
    }
  }

  private EngineSearch search(Map<String, String> environment) {
    return new EngineSearch(environment, home, false);
  }

  /**
   * Lays a context as Docker's client does; returns the folder that its certificates would be in.
   */
  private Path context(String name, String host) throws IOException {
    Path contexts = home.resolve(".docker/contexts");
    Path meta = contexts.resolve("meta").resolve(Sha256.of(name)).resolve("meta.json");
    Files.createDirectories(meta.getParent());
    Files.writeString(
        meta,
        "{\"Name\": \"%s\", \"Metadata\": {}, \"Endpoints\": {\"docker\": {\"Host\": \"%s\"}}}"
            .formatted(name, host));
    return contexts.resolve("tls").resolve(Sha256.of(name)).resolve("docker");
  }
}
