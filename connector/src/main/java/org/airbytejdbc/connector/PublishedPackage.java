package org.airbytejdbc.connector;

import java.util.Optional;
import org.airbytejdbc.connector.launch.Launcher;
import org.airbytejdbc.connector.launch.ProcessConnector;
import org.airbytejdbc.connector.registry.ConnectorRegistry;
import org.airbytejdbc.connector.registry.Listing;
import org.airbytejdbc.connector.registry.Listing.Listed;

/** The package of a connector, in an environment of its own. */
record PublishedPackage(String name, ConnectorRegistry registry, Launcher launcher)
    implements Attempt {
  @Override
  public String what() {
    return "package";
  }

  @Override
  public Optional<Connector> ready() {
    return launcher.installed() ? Optional.of(connector()) : Optional.empty();
  }

  @Override
  public Offer offer(RunOptions options) {
    boolean none = !launcher.installed() && lacks(registry.listing(name, options.cancellation()));
    return none ? new Offer.Passed(outlook()) : new Offer.Runs(connector());
  }

  @Override
  public String outlook() {
    return lacks(registry.known(name))
        ? "the registry lists none of " + name
        : "airbyte-" + name + " is installed at the first run";
  }

  /** One that is not listed may be at the user's own index. */
  private static boolean lacks(Listing listing) {
    return listing instanceof Listed listed && listed.entry().pythonPackage().isEmpty();
  }

  private Connector connector() {
    return new ProcessConnector(name, launcher);
  }
}
