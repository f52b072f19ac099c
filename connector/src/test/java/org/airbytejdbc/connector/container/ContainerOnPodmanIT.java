package org.airbytejdbc.connector.container;

import org.airbytejdbc.testing.TestEngine;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf(
    value = "org.airbytejdbc.testing.TestEngine#isPodmanExpected",
    disabledReason = "podman is not installed: its containers are not tested")
class ContainerOnPodmanIT extends ContainerContract {
  @Override
  TestEngine.Kind kind() {
    return TestEngine.Kind.PODMAN;
  }

  /** Its older versions tell of the signal alone. */
  @Override
  String outOfMemory() {
    return "killed by SIGKILL";
  }
}
