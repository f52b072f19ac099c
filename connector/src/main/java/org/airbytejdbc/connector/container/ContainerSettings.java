package org.airbytejdbc.connector.container;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * How a connector is run as a container.
 *
 * @param image its name, with a tag or digest or without; Airbyte's own image if none is given
 * @param network the engine's network to run in, such as {@code host}; its default if none is given
 * @param memory the most that it may use, in bytes
 * @param cpus the most that it may use, in processors
 * @param mounts folders of the engine's machine that it sees
 */
public record ContainerSettings(
    Optional<String> image,
    Pull pull,
    Optional<String> network,
    Optional<Long> memory,
    Optional<BigDecimal> cpus,
    List<Mount> mounts) {
  /** When an image is fetched from its registry. */
  public enum Pull {
    MISSING,
    ALWAYS,
    NEVER
  }

  /** As the engine has it, with the image that Airbyte publishes. */
  public static final ContainerSettings DEFAULTS =
      new ContainerSettings(
          Optional.empty(),
          Pull.MISSING,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of());

  /** The same for that image. */
  public ContainerSettings of(String other) {
    return new ContainerSettings(Optional.of(other), pull, network, memory, cpus, mounts);
  }

  public ContainerSettings {
    requireNonNull(image, "image");
    requireNonNull(pull, "pull");
    requireNonNull(network, "network");
    requireNonNull(memory, "memory");
    requireNonNull(cpus, "cpus");
    mounts = List.copyOf(mounts);
  }
}
