package org.airbytejdbc.connector.install;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * What is to be installed.
 *
 * @param name the package's, such as {@code airbyte-source-faker}
 * @param command the program that it brings, such as {@code source-faker}
 * @param version the one to install; the newest if none is given
 * @param python the interpreter to install with, instead of looking for one
 */
record PythonPackage(String name, String command, Optional<String> version, Optional<Path> python) {
  PythonPackage {
    requireNonNull(name, "name");
    requireNonNull(command, "command");
    requireNonNull(version, "version");
    requireNonNull(python, "python");
  }

  /** As the installers want it. */
  String requirement() {
    return version.map(pin -> name + "==" + pin).orElse(name);
  }

  /** The folder's name, another one for everything that can be asked for. */
  String folderName() {
    String suffix = python.map(path -> "-" + checksum(path.toString())).orElse("");
    return name + "-" + version.orElse("newest") + suffix;
  }

  private static String checksum(String text) {
    CRC32 checksum = new CRC32();
    checksum.update(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().toHexDigits((int) checksum.getValue());
  }
}
