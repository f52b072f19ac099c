package org.airbytejdbc.connector;

import java.util.Optional;
import java.util.function.Function;
import org.airbytejdbc.connector.container.ContainerSettings;
import org.airbytejdbc.connector.launch.Launcher;
import org.airbytejdbc.connector.launch.ProcessConnector;
import org.airbytejdbc.connector.registry.ConnectorRegistry;
import org.airbytejdbc.connector.registry.Listing.Listed;

/**
 * The image of a connector: the registry's, else the one that Airbyte would call so.
 *
 * @param settings without an image
 * @param launchers runs a container by its settings
 */
record PublishedImage(
    String name,
    ContainerSettings settings,
    ConnectorRegistry registry,
    Function<ContainerSettings, Launcher> launchers)
    implements Attempt {
  @Override
  public String what() {
    return "image";
  }

  @Override
  public Optional<Connector> ready() {
    Launcher launcher = launchers.apply(settings);
    return launcher.installed()
        ? Optional.of(new ProcessConnector(name, launcher))
        : Optional.empty();
  }

  @Override
  public Offer offer(RunOptions options) {
    ContainerSettings found =
        registry.listing(name, options.cancellation()) instanceof Listed listed
            ? settings.of(listed.entry().image())
            : settings;
    return new Offer.Runs(new ProcessConnector(name, launchers.apply(found)));
  }

  @Override
  public String outlook() {
    return "airbyte/" + name + " is pulled at the first run";
  }
}
