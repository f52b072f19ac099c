package org.airbytejdbc.connector.install;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.airbytejdbc.connector.Cancellation;
import org.airbytejdbc.connector.ConnectorException;
import org.airbytejdbc.connector.launch.ProgramPath;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Chooses what to install with: uv from PATH, else a uv of our own from the package index, else
 * pip, which takes ten times as long.
 */
final class InstallTools {
  private static final Logger LOG = LoggerFactory.getLogger(InstallTools.class);

  private final PreparedFolder own;
  private final ProgramPath path;
  private final Map<String, String> environment;

  /**
   * @param folder for a uv of our own
   * @param path where to look for one
   * @param environment that installers run with
   */
  InstallTools(Path folder, ProgramPath path, Map<String, String> environment) {
    this.own = new PreparedFolder(folder, home -> EnvironmentFiles.program(home, "uv").isPresent());
    this.path = path;
    this.environment = environment;
  }

  /**
   * @param pythons those found, newest first; at least one
   * @param steps hears what is being done
   */
  PackageTool choose(List<Interpreter> pythons, Cancellation cancellation, Consumer<String> steps) {
    return onPath().or(() -> own(pythons, cancellation, steps)).orElseGet(Pip::new);
  }

  private Optional<PackageTool> onPath() {
    return path.find("uv").map(file -> new Uv(file.toString()));
  }

  private Optional<PackageTool> own(
      List<Interpreter> pythons, Cancellation cancellation, Consumer<String> steps) {
    try {
      own.prepare(
          cancellation,
          () -> steps.accept("waiting for another installation of uv"),
          folder -> {
            steps.accept("getting the installer uv");
            return install(folder, pythons, cancellation);
          });
      return EnvironmentFiles.program(own.folder(), "uv").map(uv -> new Uv(uv.toString()));
    } catch (ConnectorException e) {
      cancellation.throwIfCancelled();
      LOG.info("uv cannot be had, pip is used instead: {}", e.getMessage());
      return Optional.empty();
    }
  }

  /** Some Pythons come without venv or pip, so that each is tried. */
  private Installed install(Path folder, List<Interpreter> pythons, Cancellation cancellation) {
    Pip pip = new Pip();
    String output = "no Python";
    for (Interpreter python : pythons) {
      Program.Result created = run(pip.createEnvironment(python, folder), cancellation);
      Program.Result result =
          created.succeeded() ? run(pip.install(List.of("uv"), folder), cancellation) : created;
      if (result.succeeded()) {
        return new Installed("uv", "uv", "", python.toString(), Instant.now());
      }
      output = result.output();
      if (created.succeeded()) {
        break;
      }
    }
    throw new ConnectorException(
        ConnectorException.Kind.INSTALL_FAILED, "uv could not be installed: " + output, "");
  }

  private Program.Result run(List<String> words, Cancellation cancellation) {
    return new Program(words, environment, own.log()).run(cancellation);
  }
}
