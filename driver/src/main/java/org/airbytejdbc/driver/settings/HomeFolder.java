package org.airbytejdbc.driver.settings;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The folder for all that the driver keeps between runs; nothing in it is irreplaceable. */
public record HomeFolder(Path path) {
  private static final String PROPERTY = "airbyte.home";
  private static final String VARIABLE = "AIRBYTE_JDBC_HOME";

  public HomeFolder {
    path = requireNonNull(path, "path").toAbsolutePath().normalize();
  }

  /**
   * The folder of this user: the system property {@code airbyte.home}, else the variable {@code
   * AIRBYTE_JDBC_HOME}, else {@code airbyte-jdbc} in the user's cache folder.
   */
  public static HomeFolder ofUser() {
    return of(System::getProperty, System::getenv);
  }

  static HomeFolder of(
      Function<String, @org.jspecify.annotations.Nullable String> properties,
      Function<String, @org.jspecify.annotations.Nullable String> variables) {
    return Stream.of(text(properties, PROPERTY), text(variables, VARIABLE))
        .flatMap(Optional::stream)
        .findFirst()
        .map(path -> new HomeFolder(Path.of(path)))
        .orElseGet(
            () -> new HomeFolder(cacheFolder(properties, variables).resolve("airbyte-jdbc")));
  }

  /** Installed connectors. */
  public Path connectors() {
    return path.resolve("connectors");
  }

  /** What is known of published connectors. */
  public Path registry() {
    return path.resolve("registry");
  }

  /** Caches of connections that name none. */
  Path caches() {
    return path.resolve("caches");
  }

  private static Path cacheFolder(
      Function<String, @org.jspecify.annotations.Nullable String> properties,
      Function<String, @org.jspecify.annotations.Nullable String> variables) {
    String system = text(properties, "os.name").orElse("").toLowerCase(Locale.ROOT);
    Path home = Path.of(text(properties, "user.home").orElse("."));
    if (system.startsWith("windows")) {
      return text(variables, "LOCALAPPDATA").map(Path::of).orElse(home.resolve("AppData/Local"));
    }
    if (system.startsWith("mac")) {
      return home.resolve("Library/Caches");
    }
    // The specification of that variable has relative paths ignored.
    return text(variables, "XDG_CACHE_HOME")
        .map(Path::of)
        .filter(Path::isAbsolute)
        .orElse(home.resolve(".cache"));
  }

  private static Optional<String> text(
      Function<String, @org.jspecify.annotations.Nullable String> from, String name) {
    return Optional.ofNullable(from.apply(name)).filter(text -> !text.isBlank());
  }
}
