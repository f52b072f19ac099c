package org.airbytejdbc.connector.container;

import static java.util.Objects.requireNonNull;

import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.airbytejdbc.connector.RunOptions;
import org.airbytejdbc.connector.launch.Invocation;
import org.airbytejdbc.connector.launch.Launcher;
import org.airbytejdbc.connector.launch.ProgramPath;
import org.airbytejdbc.connector.launch.RunningProgram;

/** Runs a connector as a container, whose image is pulled when it is needed. */
public final class ContainerLauncher implements Launcher {
  private final String connector;
  private final ImageName image;
  private final ContainerSettings settings;
  private final EngineSearch engines;
  private final RegistryLogins logins;
  private final SeenImages seen;

  /**
   * @param version the image's tag, where the settings name none
   * @param home the folder for installed connectors, made when first needed
   * @param environment the variables that the engine is looked for with
   */
  public ContainerLauncher(
      String connector,
      Optional<String> version,
      ContainerSettings settings,
      Path home,
      Map<String, String> environment) {
    this.connector = requireNonNull(connector, "connector");
    this.image = ImageName.of(connector, settings.image(), version);
    this.settings = settings;
    this.engines =
        new EngineSearch(
            environment,
            Path.of(requireNonNull(System.getProperty("user.home"), "user.home")),
            File.separatorChar == '\\');
    this.logins =
        new RegistryLogins(
            engines.dockerFolder().resolve("config.json"), ProgramPath.of(environment));
    this.seen = new SeenImages(home.resolve("images"));
  }

  /** The image's name and, once it was run, its digest or id. */
  @Override
  public String version() {
    return seen.exact(image).orElse(image.text());
  }

  @Override
  public String what() {
    return "a container of the image " + image;
  }

  /** Whether it was run before, as the engine is not asked. */
  @Override
  public boolean installed() {
    return seen.exact(image).isPresent();
  }

  @Override
  public RunningProgram start(Invocation invocation, RunOptions options) {
    Engine engine = Engine.open(engines.find(), engines.dockerFolder());
    try {
      ImageSupply supply = new ImageSupply(engine, logins, connector, settings.pull());
      seen.note(image, supply.get(image, options));
      return new ContainerStart(engine, image, settings).start(invocation, options);
    } catch (RuntimeException e) {
      engine.close();
      throw e;
    }
  }
}
