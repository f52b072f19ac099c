package org.airbytejdbc.connector.container;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a container engine answers.
 *
 * @param host such as {@code unix:///var/run/docker.sock} or {@code tcp://build:2376}
 * @param certificates the folder with {@code ca.pem}, {@code cert.pem} and {@code key.pem}, for TLS
 * @param origin who said so, for messages
 */
record EngineAddress(String host, Optional<Path> certificates, String origin) {
  EngineAddress {
    requireNonNull(host, "host");
    requireNonNull(certificates, "certificates");
    requireNonNull(origin, "origin");
  }

  /** A socket of this machine. */
  static EngineAddress ofSocket(Path path) {
    return new EngineAddress("unix://" + path, Optional.empty(), path.toString());
  }

  /** A named pipe of Windows. */
  static EngineAddress ofPipe(String name) {
    return new EngineAddress("npipe:////./pipe/" + name, Optional.empty(), "\\\\.\\pipe\\" + name);
  }
}
