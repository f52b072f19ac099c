package org.airbytejdbc.cache;

import static org.airbytejdbc.cache.Lab.record;
import static org.airbytejdbc.cache.Lab.state;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.airbytejdbc.cache.CacheLocation.DuckDbFile;
import org.airbytejdbc.cache.FreshnessPolicy.Refresh;
import org.airbytejdbc.testing.ScriptedConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** This process and another one on one cache file, while the other one reads a stream. */
class TwoProcessesTest {
  private static final String ID = "{\"id\": {\"type\": \"integer\"}}";

  @TempDir Path folder;
  private ScriptedConnector connector;
  private Path goOn;
  private Process other;

  @BeforeEach
  void script() {
    connector = new ScriptedConnector(folder, "source-shop").stream("slow", ID).stream("quick", ID);
    goOn = connector.file("go-on");
    connector
        .read(
            record("slow", "{\"id\": 1}"),
            state("slow", "{\"cursor\": 1}"),
            record("quick", "{\"id\": 7}"))
        .write();
    try (Lab lab = new Lab(folder)) {
      lab.sync(lab.source(connector), "slow");
    }
    connector
        .read(
            record("slow", "{\"id\": 2}"),
            state("slow", "{\"cursor\": 2}"),
            "{\"touch\": \"%s\"}".formatted(connector.file("reading")),
            "{\"await\": \"%s\"}".formatted(goOn),
            record("slow", "{\"id\": 3}"))
        .write();
  }

  @AfterEach
  void endTheOther() throws InterruptedException {
    other.destroyForcibly().waitFor();
  }

  private void startOther() {
    other = OtherJvm.start(SyncProgram.class, folder.toString(), "slow");
    Await.file(connector.file("reading"));
  }

  /** From now on the connector behaves well, for whoever else calls it. */
  private void giveQuick() {
    connector.read(record("quick", "{\"id\": 7}"), record("slow", "{\"id\": 9}")).write();
  }

  @Test
  void queriesAndOtherStreamsGoOnMeanwhileAndTheStreamItselfIsWaitedFor() throws Exception {
    startOther();
    giveQuick();
    try (Lab lab = new Lab(folder)) {
      Source source = lab.source(connector);
      Await.until(() -> lab.value("SELECT max(id) FROM shop.slow").equals("2"));
      lab.sync(source, "quick");
      assertThat(lab.query("SELECT id FROM shop.quick")).containsExactly("7");

      Thread opener =
          new Thread(
              () -> {
                Await.until(() -> connector.calls("read").size() == 3);
                try {
                  Thread.sleep(300);
                  Files.createFile(goOn);
                } catch (IOException | InterruptedException e) {
                  throw new AssertionError(e);
                }
              });
      opener.start();
      assertThat(lab.sync(source, "slow")).isEmpty();
      opener.join();
      assertThat(lab.query("SELECT id FROM shop.slow")).containsExactly("1", "2", "3");
      assertThat(other.waitFor()).isZero();
      assertThat(connector.calls("read")).hasSize(3);
    }
  }

  @Test
  void waitThatIsTooLongNamesTheOtherProcess() throws Exception {
    startOther();
    try (Lab lab =
        new Lab(
            folder,
            new DuckDbFile(folder.resolve("cache.duckdb")),
            Lab.lockTimeout(Duration.ofSeconds(3)))) {
      Source source = lab.source(connector);
      assertThatThrownBy(() -> lab.sync(source, "slow"))
          .isInstanceOfSatisfying(
              CacheException.class, e -> assertThat(e.kind()).isEqualTo(CacheException.Kind.LOCKED))
          .hasMessageContaining("slow")
          .hasMessageContaining(Long.toString(other.pid()));
      // What is there can be queried all the same.
      lab.ensure(
          new FreshnessPolicy(Refresh.NEVER, Duration.ZERO),
          Lab.options(false),
          lab.touched(source, "slow"));
    }
    Files.createFile(goOn);
    assertThat(other.waitFor()).isZero();
  }
}
