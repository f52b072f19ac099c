package org.airbytejdbc.connector.registry;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * A registry in Airbyte's own format, version 0. Of each entry only what is used here is kept: the
 * specs are nine tenths of the text.
 */
record RegistryDocument(@Nullable List<Item> sources, @Nullable List<Item> destinations) {
  private static final ObjectReader READER = JsonMapper.shared().readerFor(RegistryDocument.class);

  private record Item(
      @Nullable String name,
      @Nullable String sourceDefinitionId,
      @Nullable String destinationDefinitionId,
      @Nullable String dockerRepository,
      @Nullable String dockerImageTag,
      @Nullable String language,
      @Nullable String documentationUrl,
      @Nullable String supportLevel,
      @Nullable String releaseStage,
      @Nullable Remotes remoteRegistries,
      @Nullable Suggested suggestedStreams) {
    /** Empty for an entry that no connector could be run by. */
    Optional<ConnectorEntry> entry() {
      if (dockerRepository == null || dockerImageTag == null) {
        return Optional.empty();
      }
      String called = dockerRepository.substring(dockerRepository.lastIndexOf('/') + 1);
      return Optional.of(
          new ConnectorEntry(
              called,
              Objects.requireNonNullElse(name, called),
              Stream.of(sourceDefinitionId, destinationDefinitionId)
                  .filter(Objects::nonNull)
                  .findFirst()
                  .orElse(""),
              Optional.ofNullable(language),
              dockerRepository,
              dockerImageTag,
              Optional.ofNullable(remoteRegistries).flatMap(Remotes::pythonPackage),
              Optional.ofNullable(documentationUrl),
              Optional.ofNullable(supportLevel),
              Optional.ofNullable(releaseStage),
              Optional.ofNullable(suggestedStreams).map(Suggested::streams).orElseGet(List::of)));
    }
  }

  private record Remotes(@Nullable Pypi pypi) {
    Optional<String> pythonPackage() {
      return Optional.ofNullable(pypi)
          .filter(Pypi::enabled)
          .flatMap(it -> Optional.ofNullable(it.packageName()));
    }
  }

  private record Pypi(boolean enabled, @Nullable String packageName) {}

  private record Suggested(@Nullable List<String> streams) {}

  /**
   * The connectors of a registry, sources first.
   *
   * @throws tools.jackson.core.JacksonException if it is none
   */
  static List<ConnectorEntry> read(byte[] json) {
    RegistryDocument document = READER.readValue(json);
    return Stream.of(document.sources, document.destinations)
        .filter(Objects::nonNull)
        .flatMap(List::stream)
        .flatMap(item -> item.entry().stream())
        .toList();
  }
}
