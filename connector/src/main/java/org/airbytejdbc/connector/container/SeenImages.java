package org.airbytejdbc.connector.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.airbytejdbc.connector.PrivateFolder;

/**
 * What images were exactly when they were last run, a small file each: a tag may mean another image
 * tomorrow, and what is remembered of a connector must not outlive its change.
 */
record SeenImages(Path folder) {
  Optional<String> exact(ImageName image) {
    Path file = file(image);
    try {
      return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  void note(ImageName image, String exact) {
    if (exact(image).filter(exact::equals).isPresent()) {
      return;
    }
    try {
      PrivateFolder.put(file(image), exact.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("The folder " + folder + " cannot be written", e);
    }
  }

  private Path file(ImageName image) {
    return folder.resolve(URLEncoder.encode(image.text(), StandardCharsets.UTF_8));
  }
}
