package org.airbytejdbc.connector.install;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.airbytejdbc.connector.launch.ProgramPath;

/** The folders where Pythons are found, most wanted first. */
final class PythonPlaces {
  private final Map<String, String> environment;
  private final Path userHome;

  PythonPlaces(Map<String, String> environment, Path userHome) {
    this.environment = environment;
    this.userHome = userHome;
  }

  /**
   * PATH, the usual places, and what version managers installed. Their shims are left out: they
   * fail for every version that is not switched on.
   */
  List<Path> all() {
    List<Path> folders = new ArrayList<>(ProgramPath.of(environment).folders());
    folders.add(Path.of("/usr/local/bin"));
    folders.add(Path.of("/usr/bin"));
    folders.add(Path.of("/opt/homebrew/bin"));
    folders.add(userHome.resolve(".local/bin"));
    managers().flatMap(PythonPlaces::installations).forEach(folders::add);
    return folders.stream().filter(folder -> !folder.endsWith("shims")).distinct().toList();
  }

  /** Folders with one Python installation each. */
  private Stream<Path> managers() {
    Path data = variable("XDG_DATA_HOME").orElse(userHome.resolve(".local/share"));
    return Stream.of(
        variable("PYENV_ROOT").orElse(userHome.resolve(".pyenv")).resolve("versions"),
        variable("UV_PYTHON_INSTALL_DIR").orElse(data.resolve("uv/python")),
        userHome.resolve(".asdf/installs/python"),
        data.resolve("mise/installs/python"),
        userHome.resolve("AppData/Local/Programs/Python"),
        userHome.resolve("AppData/Roaming/uv/python"),
        Path.of("/Library/Frameworks/Python.framework/Versions"));
  }

  private static Stream<Path> installations(Path manager) {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> children = Files.newDirectoryStream(manager)) {
      children.forEach(
          child -> {
            found.add(child);
            found.add(child.resolve("bin"));
          });
    } catch (IOException notThere) {
      return Stream.empty();
    }
    return found.stream().sorted();
  }

  private Optional<Path> variable(String name) {
    return Optional.ofNullable(environment.get(name)).flatMap(PythonPlaces::parsed);
  }

  private static Optional<Path> parsed(String folder) {
    try {
      return Optional.of(Path.of(folder));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
