package org.airbytejdbc.connector.secret;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.airbytejdbc.connector.ConnectorException;
import org.airbytejdbc.connector.ConnectorException.Kind;

/**
 * Secrets in a folder, each in the file of its name, as Docker and Kubernetes mount them. A line
 * end at the end of a file is no part of the secret.
 */
final class FileSecrets implements SecretSource {
  /** A name must not lead out of the folder. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*");

  private final Path folder;

  FileSecrets(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
  }

  @Override
  public Optional<String> find(String name) {
    if (!NAME.matcher(name).matches() || !Files.isRegularFile(folder.resolve(name))) {
      return Optional.empty();
    }
    try {
      String text = Files.readString(folder.resolve(name), StandardCharsets.UTF_8);
      return Optional.of(text.replaceFirst("\\r?\\n\\z", ""));
    } catch (IOException e) {
      throw new ConnectorException(
          Kind.MISSING_SECRET,
          "The secret %s in %s cannot be read".formatted(name, folder),
          "Check that it is UTF-8 text and its permissions",
          e);
    }
  }

  @Override
  public String description() {
    return folder.toString();
  }
}
