package org.airbytejdbc.driver.settings;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.airbytejdbc.connector.ConnectorReference;
import org.airbytejdbc.connector.ConnectorReference.Way;
import org.airbytejdbc.connector.PipRequirements;
import org.airbytejdbc.connector.container.ContainerSettings;
import org.airbytejdbc.connector.container.ContainerSettings.Pull;

/** Reads from properties how a connector is to be run, and refuses those that contradict. */
final class WayToRun {
  /** What has a sense in some ways alone. */
  private static final Map<ConnectionProperty, Set<Way>> SENSE = sense();

  /** Those that name what is run: no two of them can hold. */
  private static final Set<ConnectionProperty> NAMING =
      EnumSet.of(
          ConnectionProperty.EXECUTABLE,
          ConnectionProperty.MANIFEST,
          ConnectionProperty.COMPONENTS,
          ConnectionProperty.PYTHON,
          ConnectionProperty.PIP,
          ConnectionProperty.IMAGE);

  private WayToRun() {}

  /**
   * @param place begins a message, such as {@code "sources.shop: "}; may be empty
   * @throws SettingsException if properties contradict each other
   */
  static ConnectorReference of(String place, String connector, PropertyValues values) {
    requireHarmony(place, values);
    return new ConnectorReference(
        connector,
        values.given(ConnectionProperty.EXECUTABLE, Path.class),
        values.given(ConnectionProperty.VERSION, String.class),
        values.given(ConnectionProperty.PYTHON, Path.class),
        values.given(ConnectionProperty.MANIFEST, URI.class),
        values.get(ConnectionProperty.RUN, Way.class),
        new ContainerSettings(
            values.given(ConnectionProperty.IMAGE, String.class),
            values.get(ConnectionProperty.PULL, Pull.class),
            values.given(ConnectionProperty.NETWORK, String.class),
            values.given(ConnectionProperty.MEMORY, Long.class),
            values.given(ConnectionProperty.CPUS, BigDecimal.class),
            values.given(ConnectionProperty.MOUNTS, Mounts.class).orElse(Mounts.NONE).all()),
        values.given(ConnectionProperty.PIP, PipRequirements.class),
        values.given(ConnectionProperty.COMPONENTS, Path.class));
  }

  private static void requireHarmony(String place, PropertyValues values) {
    Way run = values.get(ConnectionProperty.RUN, Way.class);
    List<ConnectionProperty> given =
        values.properties().stream().filter(SENSE::containsKey).toList();
    for (ConnectionProperty property : given) {
      if (run != Way.AUTO && !SENSE.get(property).contains(run)) {
        throw new SettingsException(
            "%sProperty '%s' has no sense with run=%s"
                .formatted(place, property.key(), run.name().toLowerCase(Locale.ROOT)),
            "Leave one of them out");
      }
    }
    if (given.contains(ConnectionProperty.COMPONENTS)
        && !given.contains(ConnectionProperty.MANIFEST)) {
      throw new SettingsException(
          place + "Property 'components' is of a manifest, and there is no 'manifest'",
          "Give the manifest that has these components");
    }
    for (ConnectionProperty naming : given.stream().filter(NAMING::contains).toList()) {
      for (ConnectionProperty property : given) {
        if (contradict(naming, property)) {
          throw new SettingsException(
              "%sProperties '%s' and '%s' contradict each other: %s is run"
                  .formatted(place, naming.key(), property.key(), what(naming)),
              "Leave one of them out");
        }
      }
    }
  }

  /** A manifest has its version in it, and pip's requirements have theirs. */
  private static boolean contradict(ConnectionProperty naming, ConnectionProperty other) {
    boolean versioned = naming == ConnectionProperty.MANIFEST || naming == ConnectionProperty.PIP;
    return versioned && other == ConnectionProperty.VERSION
        || SENSE.get(naming).stream().noneMatch(SENSE.get(other)::contains);
  }

  private static String what(ConnectionProperty naming) {
    return switch (naming) {
      case EXECUTABLE -> "the program itself";
      case MANIFEST -> "the manifest itself";
      case COMPONENTS, PYTHON, PIP -> "a package";
      default -> "a container";
    };
  }

  private static Map<ConnectionProperty, Set<Way>> sense() {
    Map<ConnectionProperty, Set<Way>> sense = new EnumMap<>(ConnectionProperty.class);
    sense.put(ConnectionProperty.EXECUTABLE, EnumSet.of(Way.EXECUTABLE));
    sense.put(ConnectionProperty.MANIFEST, EnumSet.of(Way.MANIFEST, Way.PYTHON));
    sense.put(ConnectionProperty.COMPONENTS, EnumSet.of(Way.PYTHON));
    sense.put(ConnectionProperty.PYTHON, EnumSet.of(Way.PYTHON));
    sense.put(ConnectionProperty.PIP, EnumSet.of(Way.PYTHON));
    sense.put(ConnectionProperty.VERSION, EnumSet.of(Way.MANIFEST, Way.PYTHON, Way.DOCKER));
    for (ConnectionProperty property :
        List.of(
            ConnectionProperty.IMAGE,
            ConnectionProperty.PULL,
            ConnectionProperty.NETWORK,
            ConnectionProperty.MEMORY,
            ConnectionProperty.CPUS,
            ConnectionProperty.MOUNTS)) {
      sense.put(property, EnumSet.of(Way.DOCKER));
    }
    return sense;
  }
}
