package org.airbytejdbc.connector.registry;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * A connector as the registry lists it.
 *
 * @param name what it is called by, such as {@code source-faker}
 * @param title what people call it, such as {@code Sample Data}
 * @param id the registry's own, a UUID in most cases
 * @param language {@code python}, {@code java} or {@code manifest-only}; some entries tell none
 * @param image its container image, without the tag
 * @param version the newest that is published
 * @param pythonPackage its package in PyPI, where it has one
 * @param documentation a link
 * @param supportLevel {@code certified}, {@code community} or {@code archived}
 * @param releaseStage {@code alpha}, {@code beta} or {@code generally_available}
 * @param suggestedStreams those that most people want; empty means all
 */
public record ConnectorEntry(
    String name,
    String title,
    String id,
    Optional<String> language,
    String image,
    String version,
    Optional<String> pythonPackage,
    Optional<String> documentation,
    Optional<String> supportLevel,
    Optional<String> releaseStage,
    List<String> suggestedStreams) {
  public ConnectorEntry {
    requireNonNull(name, "name");
    requireNonNull(title, "title");
    requireNonNull(id, "id");
    requireNonNull(language, "language");
    requireNonNull(image, "image");
    requireNonNull(version, "version");
    requireNonNull(pythonPackage, "pythonPackage");
    requireNonNull(documentation, "documentation");
    requireNonNull(supportLevel, "supportLevel");
    requireNonNull(releaseStage, "releaseStage");
    suggestedStreams = List.copyOf(suggestedStreams);
  }

  /** Whether it is nothing but a manifest, which needs no code of its own to run. */
  public boolean manifestOnly() {
    return language.filter("manifest-only"::equals).isPresent();
  }
}
