package org.airbytejdbc.driver.system;

import java.util.List;
import java.util.function.Consumer;
import org.airbytejdbc.cache.FreshnessPolicy;
import org.airbytejdbc.connector.Cancellation;
import org.airbytejdbc.connector.InstalledConnector;
import org.airbytejdbc.connector.registry.ConnectorEntry;
import org.airbytejdbc.driver.settings.EffectiveSetting;
import org.airbytejdbc.driver.settings.SourceDefinition;

/** What is around a connection besides its sources' streams. Thread-safe. */
public interface Surroundings {
  /** Its sources as they were asked for; no config is to be shown. */
  List<SourceDefinition> definitions();

  /** The connectors that are on this machine. */
  List<InstalledConnector> installed();

  /**
   * The connectors that are published. A registry that was asked for and is out of reach is an
   * error; without the usual one there are none.
   *
   * @param outOfReach told why there are none
   */
  List<ConnectorEntry> published(Cancellation cancellation, Consumer<String> outOfReach);

  /** What the connectors of its sources logged lately, in any connection; the oldest first. */
  List<LogLine> logs();

  /** The settings that hold with this policy. */
  List<EffectiveSetting> settings(FreshnessPolicy policy);
}
