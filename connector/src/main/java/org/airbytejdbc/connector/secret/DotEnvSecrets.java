package org.airbytejdbc.connector.secret;

import static java.util.Objects.requireNonNull;

import io.github.cdimascio.dotenv.Dotenv;
import io.github.cdimascio.dotenv.DotenvEntry;
import io.github.cdimascio.dotenv.DotenvException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.airbytejdbc.connector.ConnectorException;
import org.airbytejdbc.connector.ConnectorException.Kind;

/** Secrets in a file of lines {@code NAME=value}. It need not be there. */
final class DotEnvSecrets implements SecretSource {
  private final Path file;
  private Optional<Map<String, String>> secrets = Optional.empty();

  DotEnvSecrets(Path file) {
    this.file = file.toAbsolutePath().normalize();
  }

  @Override
  public synchronized Optional<String> find(String name) {
    if (secrets.isEmpty()) {
      secrets = Optional.of(Files.exists(file) ? read() : Map.of());
    }
    return Optional.ofNullable(secrets.get().get(name));
  }

  @Override
  public String description() {
    return file.toString();
  }

  private Map<String, String> read() {
    try {
      return Dotenv.configure()
          .directory(requireNonNull(file.getParent()).toString())
          .filename(requireNonNull(file.getFileName()).toString())
          .load()
          .entries(Dotenv.Filter.DECLARED_IN_ENV_FILE)
          .stream()
          .collect(Collectors.toMap(DotenvEntry::getKey, DotenvEntry::getValue, (a, b) -> b));
    } catch (DotenvException e) {
      // Its message quotes the line, which may hold a secret.
      throw new ConnectorException(
          Kind.MISSING_SECRET,
          "The file of secrets " + file + " cannot be read",
          "It has lines of NAME=value without export; # begins a comment");
    }
  }
}
