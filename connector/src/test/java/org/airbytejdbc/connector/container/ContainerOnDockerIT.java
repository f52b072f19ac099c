package org.airbytejdbc.connector.container;

import org.airbytejdbc.testing.TestEngine;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf(
    value = "org.airbytejdbc.testing.TestEngine#isDockerExpected",
    disabledReason = "dockerd is not installed: its containers are not tested")
class ContainerOnDockerIT extends ContainerContract {
  @Override
  TestEngine.Kind kind() {
    return TestEngine.Kind.DOCKER;
  }

  @Override
  String outOfMemory() {
    return "killed, out of memory";
  }
}
