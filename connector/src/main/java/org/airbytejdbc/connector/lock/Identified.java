package org.airbytejdbc.connector.lock;

import java.util.Optional;
import org.airbytejdbc.connector.Connector;
import org.airbytejdbc.connector.RunOptions;

/** What runs, so that it is known again. */
public interface Identified {
  /** The same on every machine; exact once it has run. */
  String identity();

  /**
   * All packages that it runs from, if it runs from packages, as they are installed. Asks the
   * package index.
   */
  Optional<LockedPackages> packages(RunOptions options);

  /** That of a connector; one that is no program of its own is known by its version. */
  static Identified of(Connector connector) {
    return connector instanceof Identified known ? known : new OfVersion(connector);
  }

  /** That of a manifest, whose version is its hash. */
  record OfVersion(Connector connector) implements Identified {
    @Override
    public String identity() {
      return "manifest " + connector.version();
    }

    @Override
    public Optional<LockedPackages> packages(RunOptions options) {
      return Optional.empty();
    }
  }
}
