package org.airbytejdbc.connector.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.airbytejdbc.connector.MessageStream;
import org.airbytejdbc.connector.RunOptions;
import org.airbytejdbc.testing.ScriptedConnector;
import org.airbytejdbc.testing.TestEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An engine whose containers have a network of their own, as they have on a laptop. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIf(
    value = "org.airbytejdbc.testing.TestEngine#isDockerExpected",
    disabledReason = "dockerd is not installed: its containers are not tested")
class ContainerOnBridgeIT {
  private TestEngine engine;

  @BeforeAll
  void start() {
    engine = TestEngine.start(TestEngine.Kind.BRIDGED);
  }

  @AfterAll
  void stop() {
    engine.close();
  }

  @ParameterizedTest
  @CsvSource({",true", "bridge,true", "none,false", "host,false"})
  void theMachineHasANameWhereThereIsAWayToIt(String network, boolean named, @TempDir Path folder)
      throws Exception {
    ScriptedConnector script =
        new ScriptedConnector(folder, "source-scripted")
            .stream("users", "{\"id\":{}}")
                .read("{\"record\":[\"users\",{\"id\":1}]}", "{\"sleep\":600}");
    ContainerLab lab = new ContainerLab(engine, folder, script);
    ContainerSettings settings =
        new ContainerSettings(
            Optional.of(TestEngine.IMAGE),
            ContainerSettings.Pull.NEVER,
            Optional.ofNullable(network),
            Optional.empty(),
            Optional.empty(),
            List.of(new Mount(script.file("").toString(), TestEngine.MOUNTED, false)));
    try (Engine client =
            Engine.open(new EngineSearch(engine.environment(), folder, false).find(), folder);
        MessageStream run =
            lab.connector(settings).read(ContainerLab.request(), RunOptions.defaults())) {
      assertThat(run.next()).isPresent();

      String hosts =
          client.client().inspectContainerCmd(engine.containers().get(0)).exec().getHostsPath();
      assertThat(Files.readString(Path.of(hosts)).contains("172.31.255.1\thost.docker.internal"))
          .isEqualTo(named);
    }
  }
}
