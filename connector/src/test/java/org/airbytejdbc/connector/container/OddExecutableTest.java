package org.airbytejdbc.connector.container;

import java.nio.file.Path;
import org.airbytejdbc.connector.Connector;
import org.airbytejdbc.connector.launch.ExecutableLauncher;
import org.airbytejdbc.connector.launch.ProcessConnector;
import org.airbytejdbc.testing.ScriptedConnector;

class OddExecutableTest extends OddConnectorContract {
  @Override
  Connector connector(Path folder, ScriptedConnector script) {
    return new ProcessConnector("source-x", new ExecutableLauncher(script.write()));
  }
}
