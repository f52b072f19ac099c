package org.airbytejdbc.connector.secret;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Places for secrets in the order in which they are asked, as a user writes them: {@code
 * environment,dotenv:team.env,files:/run/secrets}.
 *
 * @param text as it was written
 */
public record SecretPlaces(String text, List<SecretSource> sources) {
  /** Asked where nothing else is said. */
  public static final String USUAL = "environment,dotenv,files,properties";

  /** {@link #USUAL}, and whoever sits before the terminal. */
  public static final String WITH_PROMPT = USUAL + ",prompt";

  private static final List<SecretStore> OWN =
      List.of(
          new OwnStore("environment", (address, base) -> new EnvironmentSecrets()),
          new OwnStore("dotenv", (file, base) -> new DotEnvSecrets(path(base, file, ".env"))),
          new OwnStore("files", (to, base) -> new FileSecrets(path(base, to, "/run/secrets"))),
          new OwnStore("properties", (address, base) -> new PropertySecrets()),
          new OwnStore("prompt", (address, base) -> new PromptedSecrets()));

  /** A kind of place that needs nothing brought along. */
  private record OwnStore(String name, BiFunction<String, Path, SecretSource> opener)
      implements SecretStore {
    @Override
    public SecretSource open(String address, Path base) {
      return opener.apply(address, base);
    }
  }

  public SecretPlaces {
    requireNonNull(text, "text");
    sources = List.copyOf(sources);
  }

  /**
   * The places of a list.
   *
   * @param base where relative paths start
   * @throws IllegalArgumentException for a kind that there is none of, or an address that is wrong
   */
  public static SecretPlaces parse(String text, Path base) {
    return new SecretPlaces(
        text,
        Arrays.stream(text.split(",", -1)).map(place -> source(place.strip(), base)).toList());
  }

  private static SecretSource source(String place, Path base) {
    int colon = place.indexOf(':');
    String name = colon < 0 ? place : place.substring(0, colon);
    return store(name).open(colon < 0 ? "" : place.substring(colon + 1), base);
  }

  private static Path path(Path base, String address, String usual) {
    return base.resolve(address.isEmpty() ? usual : address);
  }

  private static SecretStore store(String name) {
    return named(OWN.stream(), name)
        .or(() -> named(brought(), name))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no place for secrets called '%s'; there are %s"
                        .formatted(
                            name,
                            Stream.concat(OWN.stream(), brought())
                                .map(SecretStore::name)
                                .collect(Collectors.joining(", ")))));
  }

  private static Optional<SecretStore> named(Stream<SecretStore> stores, String name) {
    return stores.filter(store -> store.name().equals(name)).findFirst();
  }

  private static Stream<SecretStore> brought() {
    ClassLoader loader = SecretPlaces.class.getClassLoader();
    return ServiceLoader.load(SecretStore.class, loader).stream().map(ServiceLoader.Provider::get);
  }
}
