package org.airbytejdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.airbytejdbc.testing.ScriptedConnector;
import org.airbytejdbc.testing.TestEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Connectors as containers, by the jar as it is given to people, in JVMs of its own. */
@Timeout(120)
@EnabledIf(
    value = "org.airbytejdbc.testing.TestEngine#isDockerExpected",
    disabledReason = "dockerd is not installed: containers are not tested")
class ContainerSourceIT {
  private static TestEngine engine;

  @TempDir private Path folder;

  @BeforeAll
  static void startEngine() {
    engine = TestEngine.start(TestEngine.Kind.DOCKER);
  }

  @AfterAll
  static void stopEngine() {
    engine.close();
  }

  @Test
  void aSourceIsAContainerImage() throws Exception {
    Path connector = connector("{\"record\": [\"things\", {\"id\": 7}]}");

    assertThat(query(connector, "SELECT id FROM things")).containsSubsequence("\"id\"", "7");
    assertThat(engine.containers()).isEmpty();
  }

  @Test
  void aStatementThatTimesOutLeavesNoContainer() throws Exception {
    Path connector = connector("{\"sleep\": 600}");

    assertThat(query(connector, "/*+ queryTimeout=2s */ SELECT count(*) FROM things"))
        .contains("The statement ran longer than its query timeout");
    assertThat(engine.containers()).isEmpty();
  }

  @Test
  void whatAKilledProcessLeftIsRemovedByTheNext() throws Exception {
    Path hanging = connector("{\"touch\": \"/connector/reads\"}", "{\"sleep\": 600}");
    Process killed = start(hanging, "SELECT count(*) FROM things");
    while (Files.notExists(hanging.resolve("reads"))) {
      assertThat(killed.isAlive()).as("%s", output()).isTrue();
      Thread.sleep(20);
    }
    killed.destroyForcibly().waitFor();
    assertThat(engine.containers()).as("nobody was there to remove it").hasSize(1);

    query(connector("{\"record\": [\"things\", {\"id\": 7}]}"), "SELECT id FROM things");

    assertThat(engine.containers()).isEmpty();
  }

  private Path connector(String... steps) throws IOException {
    return TestEngine.open(
        new ScriptedConnector(folder, "source-scripted")
            .stream("things", "{\"id\": {\"type\": \"integer\"}}").read(steps));
  }

  private List<String> query(Path connector, String sql) throws Exception {
    start(connector, sql).waitFor();
    return output();
  }

  private List<String> output() throws IOException {
    return Files.readAllLines(folder.resolve("out"));
  }

  private Process start(Path connector, String sql) throws IOException {
    String url =
        "jdbc:airbyte:source-scripted?run=docker&image=%s&network=none&mounts=%s:%s&cache=memory"
            .formatted(TestEngine.IMAGE, connector, TestEngine.MOUNTED);
    File out = folder.resolve("out").toFile();
    ProcessBuilder java =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dairbyte.home=" + folder.resolve("home"),
                "-jar",
                System.getProperty("airbyte.jar"),
                "query",
                "--format",
                "csv",
                url,
                sql)
            .redirectErrorStream(true)
            .redirectOutput(out);
    java.environment().putAll(engine.environment());
    return java.start();
  }
}
