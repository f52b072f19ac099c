package org.airbytejdbc.connector.container;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.core.DefaultDockerClientConfig;
import com.github.dockerjava.core.DockerClientImpl;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.airbytejdbc.connector.ConnectorException;
import org.airbytejdbc.connector.ConnectorException.Kind;

/** A client of an engine that answered, owned by whoever opened it. Thread-safe. */
final class Engine implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final int ATTEMPTS = 3;

  private final DockerClient client;
  private final EngineErrors errors;

  private Engine(DockerClient client, EngineErrors errors) {
    this.client = client;
    this.errors = errors;
  }

  /**
   * Connects. Throws a {@link ConnectorException} of kind NO_ENGINE when nothing answers.
   *
   * @param dockerFolder where the credentials of registries are read from
   */
  static Engine open(EngineAddress address, Path dockerFolder) {
    EngineErrors errors = new EngineErrors(address);
    Engine engine = new Engine(client(address, dockerFolder), errors);
    try {
      engine.client.pingCmd().exec();
      return engine;
    } catch (RuntimeException | LinkageError e) {
      // A pipe of Windows that is busy or gone is waited for with JNA, which is left out.
      engine.close();
      throw errors.unreachable(e);
    }
  }

  private static DockerClient client(EngineAddress address, Path dockerFolder) {
    Optional<SSLContext> tls =
        address.certificates().map(EngineCertificates::new).map(EngineCertificates::context);
    try {
      ZerodepDockerHttpClient.Builder http =
          new ZerodepDockerHttpClient.Builder()
              .dockerHost(URI.create(address.host()))
              .connectionTimeout(CONNECT);
      tls.ifPresent(context -> http.sslConfig(() -> context));
      DefaultDockerClientConfig config =
          new DefaultDockerClientConfig.Builder()
              .withDockerHost(address.host())
              .withDockerConfig(dockerFolder.toString())
              .withRegistryUrl("https://index.docker.io/v1/")
              .build();
      return DockerClientImpl.getInstance(config, http.build());
    } catch (IllegalArgumentException | DockerException e) {
      throw new ConnectorException(
          Kind.NO_ENGINE,
          "%s from %s is no address that can be used: %s"
              .formatted(address.host(), address.origin(), e.getMessage()),
          "Write it as unix:///run/docker.sock or tcp://HOST:2376; a way by ssh has to be forwarded",
          e);
    }
  }

  DockerClient client() {
    return client;
  }

  EngineErrors errors() {
    return errors;
  }

  /**
   * Removes a container by force, whatever it does. A container that cannot be removed is left to
   * those that look for abandoned ones.
   */
  void remove(String id) {
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      try {
        client.removeContainerCmd(id).withForce(true).withRemoveVolumes(true).exec();
        return;
      } catch (NotFoundException gone) {
        return;
      } catch (RuntimeException busy) {
        // Podman may not have noticed yet that it killed it.
      }
    }
  }

  @Override
  public void close() {
    try {
      client.close();
    } catch (IOException e) {
      // its connections are gone either way
    }
  }
}
