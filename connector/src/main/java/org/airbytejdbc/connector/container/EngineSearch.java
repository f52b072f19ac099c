package org.airbytejdbc.connector.container;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.airbytejdbc.connector.ConnectorException;
import org.airbytejdbc.connector.ConnectorException.Kind;
import org.airbytejdbc.connector.Sha256;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Looks for the engine where Docker's own client does: {@code DOCKER_HOST}, the chosen context, the
 * usual sockets; then those of a rootless Docker, of Podman and of the desktop programs.
 */
final class EngineSearch {
  private final Map<String, String> environment;
  private final Path userHome;
  private final boolean windows;

  EngineSearch(Map<String, String> environment, Path userHome, boolean windows) {
    this.environment = environment;
    this.userHome = userHome;
    this.windows = windows;
  }

  /** The engine to use. Throws a {@link ConnectorException} of kind NO_ENGINE if there is none. */
  EngineAddress find() {
    return named()
        .or(this::ofContext)
        .or(this::atUsualPlace)
        .orElseThrow(
            () ->
                new ConnectorException(
                    Kind.NO_ENGINE,
                    "There is no container engine at any of "
                        + usual().stream().map(EngineAddress::origin).toList(),
                    "Start Docker or Podman, or set DOCKER_HOST to where one answers"));
  }

  /** The folder of Docker's client, with its config file. */
  Path dockerFolder() {
    return variable("DOCKER_CONFIG").map(Path::of).orElse(userHome.resolve(".docker"));
  }

  private Optional<EngineAddress> named() {
    Optional<Path> certificates =
        variable("DOCKER_TLS_VERIFY")
            .map(
                verify -> variable("DOCKER_CERT_PATH").map(Path::of).orElseGet(this::dockerFolder));
    return variable("DOCKER_HOST")
        .map(host -> new EngineAddress(host, certificates, "DOCKER_HOST"));
  }

  private Optional<EngineAddress> ofContext() {
    Path config = dockerFolder().resolve("config.json");
    return variable("DOCKER_CONTEXT")
        .or(() -> json(config).map(tree -> tree.path("currentContext").asString("")))
        .filter(name -> !name.isEmpty() && !name.equals("default"))
        .map(this::context);
  }

  private EngineAddress context(String name) {
    String hash = Sha256.of(name);
    Path contexts = dockerFolder().resolve("contexts");
    Path certificates = contexts.resolve("tls").resolve(hash).resolve("docker");
    String host =
        json(contexts.resolve("meta").resolve(hash).resolve("meta.json"))
            .map(tree -> tree.path("Endpoints").path("docker").path("Host").asString(""))
            .orElse("");
    if (host.isEmpty()) {
      throw new ConnectorException(
          Kind.NO_ENGINE,
          "The Docker context " + name + " is unknown",
          "docker context ls lists those there are; DOCKER_CONTEXT or docker context use picks one");
    }
    return new EngineAddress(
        host, Optional.of(certificates).filter(Files::isDirectory), "the Docker context " + name);
  }

  private Optional<EngineAddress> atUsualPlace() {
    return usual().stream().filter(address -> Files.exists(Path.of(address.origin()))).findFirst();
  }

  private List<EngineAddress> usual() {
    return windows
        ? List.of(
            EngineAddress.ofPipe("docker_engine"), EngineAddress.ofPipe("podman-machine-default"))
        : sockets().stream().map(EngineAddress::ofSocket).toList();
  }

  private List<Path> sockets() {
    List<Path> sockets = new ArrayList<>();
    sockets.add(Path.of("/var/run/docker.sock"));
    Optional<Path> runtime = variable("XDG_RUNTIME_DIR").map(Path::of);
    runtime.ifPresent(folder -> sockets.add(folder.resolve("docker.sock")));
    sockets.add(userHome.resolve(".docker/run/docker.sock"));
    sockets.add(userHome.resolve(".docker/desktop/docker.sock"));
    runtime.ifPresent(folder -> sockets.add(folder.resolve("podman/podman.sock")));
    sockets.add(Path.of("/run/podman/podman.sock"));
    sockets.add(userHome.resolve(".colima/default/docker.sock"));
    sockets.add(userHome.resolve(".rd/docker.sock"));
    return sockets;
  }

  private Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }

  private static Optional<JsonNode> json(Path file) {
    try {
      return Files.isReadable(file)
          ? Optional.of(JsonMapper.shared().readTree(file.toFile()))
          : Optional.empty();
    } catch (JacksonException broken) {
      return Optional.empty();
    }
  }
}
