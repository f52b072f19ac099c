package org.airbytejdbc.connector.install;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.airbytejdbc.connector.PipRequirements;
import org.airbytejdbc.connector.Sha256;
import org.airbytejdbc.connector.lock.LockedPackages;

/**
 * What is to be installed.
 *
 * @param name the package's, such as {@code airbyte-source-faker}
 * @param command the program that it brings, such as {@code source-faker}
 * @param version the one to install; the newest if none is given
 * @param python the interpreter to install with, instead of looking for one
 * @param pip installed instead of the package of that name; brings the program as well
 * @param lock all packages that are to be installed, and nothing else
 */
record PythonPackage(
    String name,
    String command,
    Optional<String> version,
    Optional<Path> python,
    Optional<PipRequirements> pip,
    Optional<LockedPackages> lock) {
  PythonPackage {
    requireNonNull(name, "name");
    requireNonNull(command, "command");
    requireNonNull(version, "version");
    requireNonNull(python, "python");
    requireNonNull(pip, "pip");
    requireNonNull(lock, "lock");
  }

  /** As the installers want them. */
  List<String> requirements() {
    return pip.map(PipRequirements::words).orElseGet(() -> List.of(ofName()));
  }

  private String ofName() {
    return lock.flatMap(packages -> packages.requirement(name))
        .or(() -> version.map(pin -> name + "==" + pin))
        .orElse(name);
  }

  /** The same for people, without passwords. */
  String shown() {
    return pip.map(PipRequirements::toString).orElseGet(() -> requirements().get(0));
  }

  /** The folder's name, another one for everything that can be asked for. */
  String folderName() {
    String given =
        pip.map(from -> "pip-" + Sha256.shortOf(String.join("\n", from.words()))).orElse("newest");
    String suffix = python.map(path -> "-" + Sha256.shortOf(path.toString())).orElse("");
    return lock.map(packages -> name + "-locked-" + packages.fingerprint())
            .orElseGet(() -> name + "-" + version.orElse(given))
        + suffix;
  }
}
