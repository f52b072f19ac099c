package org.airbytejdbc.cache.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.airbytejdbc.cache.Await;
import org.airbytejdbc.cache.Lab;
import org.airbytejdbc.cache.OtherJvm;
import org.airbytejdbc.testing.ScriptedConnector;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that syncs is killed at random moments and started anew, until its connector comes to
 * its end; then the cache must hold what the connector gave, each record once. One stream is
 * appended, one is merged by key.
 */
class KillTest {
  private static final int KILLS_OF_FIRST_READS = 12;
  private static final int KILLS_OF_LATER_READS = 18;
  private static final String QUICK = "[1000000, 0]";
  private static final String SLOW = "[100, 0.02]";

  @TempDir Path folder;
  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);
  private ScriptedConnector connector;

  @BeforeEach
  void script() {
    connector =
        new ScriptedConnector(folder, "source-shop")
            .stream("log", "{\"n\": {\"type\": \"integer\"}}").stream(
                "users", "{\"id\": {\"type\": \"integer\"}, \"n\": {\"type\": \"integer\"}}");
  }

  @Test
  void nothingIsLostOrDoubledHoweverOftenTheProcessIsKilled() throws Exception {
    give(5_000, 100_000, SLOW);
    for (int kill = 0; kill < KILLS_OF_FIRST_READS; kill++) {
      killWhileReading();
    }
    assertThat(stateThatWasGiven()).as("seed %d", seed).contains("cursor");
    finish(5_000, 40_000);

    give(15_000, 1_000_000, SLOW);
    for (int kill = 0; kill < KILLS_OF_LATER_READS; kill++) {
      killWhileReading();
      assertThatWhatIsShownIsWhole();
    }
    finish(15_000, 150_000);
  }

  /** Reads to the end and holds the tables against what the connector has given. */
  private void finish(int logged, int users) throws Exception {
    give(logged, users, QUICK);
    assertThat(start().waitFor()).isZero();
    assertThatAllIsThere("log", "n", logged);
    assertThatAllIsThere("users", "id", users);
    assertThatAllIsThere("users", "n", users);
  }

  private void assertThatAllIsThere(String table, String column, int records) {
    try (Lab lab = new Lab(folder)) {
      assertThat(
              lab.value(
                  "SELECT count(*), count(DISTINCT %1$s), min(%1$s), max(%1$s) FROM shop.%2$s"
                      .formatted(column, table)))
          .as("%s.%s, seed %d", table, column, seed)
          .isEqualTo(records + "|" + records + "|0|" + (records - 1));
    }
  }

  private void killWhileReading() throws Exception {
    int reads = connector.calls("read").size();
    Process process = start();
    Await.until(() -> connector.calls("read").size() > reads || !process.isAlive());
    Thread.sleep(random.nextInt(500));
    assertThat(process.isAlive()).as("seed %d", seed).isTrue();
    process.destroyForcibly().waitFor();
    removeNativeLibrary();
  }

  /** Statements see the first so many records of each stream, whenever the process was killed. */
  private void assertThatWhatIsShownIsWhole() {
    try (Lab lab = new Lab(folder)) {
      for (String column : List.of("log.n", "users.id")) {
        String table = column.substring(0, column.indexOf('.'));
        assertThat(
                lab.value(
                    "SELECT count(*) = max(%1$s) + 1 AND count(DISTINCT %1$s) = count(*) FROM shop.%2$s"
                        .formatted(column, table)))
            .as("%s, seed %d", column, seed)
            .isEqualTo("true");
      }
    }
  }

  private String stateThatWasGiven() {
    List<ScriptedConnector.Call> reads = connector.calls("read");
    return reads.get(reads.size() - 1).state().toString();
  }

  private Process start() throws IOException {
    Path temporary = Files.createDirectories(folder.resolve("tmp"));
    return OtherJvm.start(
        List.of("-Djava.io.tmpdir=" + temporary), KilledProgram.class, folder.toString());
  }

  /** A process that is killed leaves DuckDB's library of 70 MB behind. */
  private void removeNativeLibrary() throws IOException {
    try (var files = Files.list(folder.resolve("tmp"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.delete(file);
      }
    }
  }

  private void give(int logged, int users, String pause) {
    String records =
        """
        {"records": {"stream": "%s", "count": %d, "template": %s, "state_every": 50,
          "sleep_every": %s}}""";
    connector
        .read(
            records.formatted("log", logged, "{\"n\": \"$i\"}", pause),
            records.formatted("users", users, "{\"id\": \"$i\", \"n\": \"$i\"}", pause))
        .write();
  }
}
