package org.airbytejdbc.connector.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.airbytejdbc.connector.Cancellation;
import org.airbytejdbc.connector.lock.LockedPackages;

/**
 * One installation: finds out which Python the package runs on, chooses one, and installs the
 * package into an environment of it.
 */
final class PythonInstaller {
  /** Prints the name and the version of the package that brings a program. */
  private static final String QUESTION =
      "import importlib.metadata as m, sys; print(*next((d.metadata['Name'], d.version)"
          + " for d in m.distributions() for e in d.entry_points"
          + " if e.group == 'console_scripts' and e.name == sys.argv[1]))";

  private final PythonPackage wanted;
  private final PythonFinder finder;
  private final InstallTools tools;
  private final Map<String, String> environment;
  private final InstallFailure failure;

  /**
   * @param environment that installers run with
   */
  PythonInstaller(
      PythonPackage wanted,
      PythonFinder finder,
      InstallTools tools,
      Map<String, String> environment) {
    this.wanted = wanted;
    this.finder = finder;
    this.tools = tools;
    this.environment = environment;
    this.failure = new InstallFailure(wanted);
  }

  /**
   * Installs into a folder, which is not there yet.
   *
   * @param log gets what the installers write
   * @param steps hears what is being done
   */
  Installed install(Path folder, Path log, Cancellation cancellation, Consumer<String> steps)
      throws IOException {
    Run run = new Run(log, cancellation);
    steps.accept("looking for Python");
    List<Interpreter> pythons = pythons(cancellation);
    PackageTool tool = tools.choose(pythons, cancellation, steps);
    Map<String, String> variables = variables(tool, pythons.get(0), run);

    steps.accept("looking up " + wanted.shown());
    PackageMetadata metadata = metadata(tool, pythons.get(0), folder, run, variables);
    Interpreter python = choose(pythons, metadata);

    steps.accept(
        "installing %s %s with Python %s"
            .formatted(metadata.name(), metadata.version(), python.version()));
    run.must(tool.createEnvironment(python, folder), variables);
    Program.Result result = run.of(installation(tool, folder), variables);
    if (!result.succeeded()) {
      throw newest(tool, folder, run, variables)
          .filter(newest -> !failure.isAboutNetwork(result))
          .map(newest -> failure.ofBrokenRelease(result, newest))
          .orElseGet(() -> failure.of(result));
    }
    Installed installed = installed(folder, run, python);
    steps.accept(outcome(installed, metadata));
    return installed;
  }

  private List<String> installation(PackageTool tool, Path folder) throws IOException {
    if (wanted.lock().isEmpty()) {
      return tool.install(wanted.requirements(), folder);
    }
    String requirements = wanted.lock().get().requirements();
    return tool.installLocked(
        Files.writeString(folder.resolve("locked.txt"), requirements), folder);
  }

  /** Finds out all packages of an environment for every operating system, with their hashes. */
  LockedPackages lock(
      Path folder, Installed installed, Path log, Cancellation cancellation, Consumer<String> steps)
      throws IOException {
    Run run = new Run(log, cancellation);
    List<Interpreter> pythons = pythons(cancellation);
    if (!(tools.choose(pythons, cancellation, steps) instanceof Uv uv)) {
      throw failure.unlockable("only uv can find out the hashes, and there is none");
    }
    Map<String, String> variables = variables(uv, pythons.get(0), run);
    steps.accept("locking " + wanted.shown());
    LockedPackages locked =
        new PackageLocker(wanted, installed, folder).lock(uv, words -> run.must(words, variables));
    locked
        .withoutHash()
        .ifPresent(
            requirement -> {
              throw failure.unlockable(requirement + " has no hash; lock a wheel of it instead");
            });
    return locked;
  }

  private List<Interpreter> pythons(Cancellation cancellation) {
    Optional<Path> given = wanted.python();
    List<Interpreter> found =
        given.isPresent()
            ? finder.at(given.get(), cancellation).stream().toList()
            : finder.find(cancellation);
    if (found.isEmpty()) {
      String where =
          given.map(path -> "python=" + path + " is no Python 3").orElse("there is no Python 3");
      throw failure.noPython(where, found);
    }
    return found;
  }

  /** Uv does not read pip's settings itself. */
  private Map<String, String> variables(PackageTool tool, Interpreter python, Run run) {
    if (tool instanceof Pip) {
      return environment;
    }
    Program.Result settings =
        run.of(List.of(python.path().toString(), "-m", "pip", "config", "list"), environment);
    return ToolEnvironment.withPipSettings(
        environment, settings.succeeded() ? settings.output() : "");
  }

  /** Reads it from the package itself, in the folder that becomes the environment later. */
  private PackageMetadata metadata(
      PackageTool tool, Interpreter python, Path folder, Run run, Map<String, String> variables)
      throws IOException {
    Map<String, String> impatient = new HashMap<>(variables);
    impatient.putIfAbsent("UV_HTTP_RETRIES", "1");
    run.must(tool.fetch(wanted.requirements(), python, folder), impatient);
    Path file =
        EnvironmentFiles.metadata(folder, wanted.command()).orElseThrow(failure::withoutProgram);
    PackageMetadata metadata = PackageMetadata.read(file);
    EnvironmentFiles.delete(folder);
    return metadata;
  }

  private Interpreter choose(List<Interpreter> pythons, PackageMetadata metadata) {
    return pythons.stream()
        .filter(python -> metadata.python().contains(python.version()))
        .filter(
            python -> wanted.lock().filter(it -> !python.version().covers(it.python())).isEmpty())
        .findFirst()
        .orElseThrow(
            () ->
                failure.noPython(
                    "%s %s needs Python %s"
                        .formatted(metadata.name(), metadata.version(), metadata.python()),
                    pythons));
  }

  /** The newest release of a package that cannot be installed as it is pinned. */
  private Optional<String> newest(
      PackageTool tool, Path folder, Run run, Map<String, String> variables) {
    List<String> question = tool.resolve(wanted.name(), folder);
    if (wanted.version().isEmpty() || question.isEmpty()) {
      return Optional.empty();
    }
    String line = "+ " + wanted.name() + "==";
    return run.of(question, variables)
        .output()
        .lines()
        .map(String::strip)
        .filter(text -> text.startsWith(line))
        .map(text -> text.substring(line.length()))
        .findFirst();
  }

  /** Asks the environment which package brings the program. */
  private Installed installed(Path folder, Run run, Interpreter python) {
    if (EnvironmentFiles.program(folder, wanted.command()).isEmpty()) {
      throw failure.withoutProgram();
    }
    List<String> question =
        List.of(EnvironmentFiles.python(folder).toString(), "-I", "-c", QUESTION, wanted.command());
    String[] answer = run.must(question, environment).output().strip().split("\\s+");
    return new Installed(answer[0], wanted.command(), answer[1], python.toString(), Instant.now());
  }

  private String outcome(Installed installed, PackageMetadata newest) {
    String done = "installed " + installed.name() + " " + installed.version();
    return installed.version().equals(newest.version())
        ? done
        : done + ", as " + newest.version() + " asks for packages that do not exist";
  }

  /** Runs the programs of one installation, one after the other. */
  private final class Run {
    private final Path log;
    private final Cancellation cancellation;

    Run(Path log, Cancellation cancellation) {
      this.log = log;
      this.cancellation = cancellation;
    }

    Program.Result of(List<String> words, Map<String, String> variables) {
      return new Program(words, variables, log).run(cancellation);
    }

    Program.Result must(List<String> words, Map<String, String> variables) {
      Program.Result result = of(words, variables);
      if (!result.succeeded()) {
        throw failure.of(result);
      }
      return result;
    }
  }
}
