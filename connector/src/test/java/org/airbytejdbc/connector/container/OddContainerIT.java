package org.airbytejdbc.connector.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.airbytejdbc.connector.Connector;
import org.airbytejdbc.testing.ScriptedConnector;
import org.airbytejdbc.testing.TestEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf(
    value = "org.airbytejdbc.testing.TestEngine#isDockerExpected",
    disabledReason = "dockerd is not installed: its containers are not tested")
class OddContainerIT extends OddConnectorContract {
  private static TestEngine engine;

  @BeforeAll
  static void startEngine() {
    engine = TestEngine.start(TestEngine.Kind.DOCKER);
  }

  @AfterAll
  static void stopEngine() {
    assertThat(engine.containers()).isEmpty();
    engine.close();
  }

  @Override
  Connector connector(Path folder, ScriptedConnector script) throws IOException {
    return new ContainerLab(engine, folder, script).connector();
  }
}
