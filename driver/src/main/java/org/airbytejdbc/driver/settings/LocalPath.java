package org.airbytejdbc.driver.settings;

import java.nio.file.Path;

/** Paths as users write them. */
final class LocalPath {
  private LocalPath() {}

  /** The absolute path; {@code ~/} is the user's home folder, a relative one starts at a base. */
  static Path of(String text, Path base) {
    Path path =
        text.startsWith("~/")
            ? Path.of(System.getProperty("user.home"), text.substring(2))
            : Path.of(text);
    return base.resolve(path).toAbsolutePath().normalize();
  }
}
