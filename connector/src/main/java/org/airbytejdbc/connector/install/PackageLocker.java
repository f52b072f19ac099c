package org.airbytejdbc.connector.install;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.airbytejdbc.connector.lock.LockedPackages;

/**
 * Finds out what an environment consists of: the versions that are installed, resolved once more
 * for every operating system.
 *
 * @param folder the environment
 */
record PackageLocker(PythonPackage wanted, Installed installed, Path folder) {
  private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9._-]+==\\S+");

  PackageLocker {
    requireNonNull(wanted, "wanted");
    requireNonNull(installed, "installed");
    requireNonNull(folder, "folder");
  }

  /**
   * @param run runs a command that must succeed
   */
  LockedPackages lock(Uv uv, Function<List<String>, Program.Result> run) throws IOException {
    Path work = Files.createTempDirectory("lock");
    try {
      Path constraints =
          Files.writeString(
              work.resolve("installed.txt"), versions(run.apply(uv.freeze(folder)).output()));
      Path requirements = Files.writeString(work.resolve("wanted.txt"), requirements());
      Path output = work.resolve("locked.txt");
      run.apply(uv.compile(requirements, constraints, folder, output));
      return LockedPackages.read(python(), Files.readString(output));
    } finally {
      EnvironmentFiles.delete(work);
    }
  }

  private String requirements() {
    return wanted
        .pip()
        .map(pip -> String.join("\n", pip.words()))
        .orElse(installed.name() + "==" + installed.version());
  }

  /** What is from elsewhere is fixed by its requirement. */
  private static String versions(String frozen) {
    return frozen
        .lines()
        .filter(line -> VERSION.matcher(line).matches())
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /** Without the patch. */
  private String python() {
    return installed.python().replaceFirst("^(\\d+\\.\\d+)\\..*", "$1");
  }
}
