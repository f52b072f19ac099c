package org.airbytejdbc.cache.sync;

import static org.airbytejdbc.cache.Lab.record;
import static org.airbytejdbc.cache.Lab.state;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.airbytejdbc.cache.Await;
import org.airbytejdbc.cache.CacheLocation.InMemory;
import org.airbytejdbc.cache.CacheSettings;
import org.airbytejdbc.cache.Lab;
import org.airbytejdbc.cache.Source;
import org.airbytejdbc.cache.SyncReport;
import org.airbytejdbc.testing.Background;
import org.airbytejdbc.testing.ScriptedConnector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Threads of one JVM on one cache. */
class WaitingSyncTest {
  private static final String ID = "{\"id\": {\"type\": \"integer\"}}";

  @TempDir Path folder;

  @Test
  void streamThatIsBeingReadIsWaitedForAndNotReadTwice() throws Exception {
    try (Lab lab = new Lab(folder, new InMemory("m"), CacheSettings.DEFAULT)) {
      ScriptedConnector connector = lab.connector("source-shop").stream("users", ID);
      Path goOn = connector.file("go-on");
      connector.read(
          "{\"touch\": \"%s\"}".formatted(connector.file("reading")),
          "{\"await\": \"%s\"}".formatted(goOn),
          record("users", "{\"id\": 1}"));
      Source source = lab.source(connector);
      lab.catalog(source);
      CompletableFuture<List<SyncReport>> first = Background.start(() -> lab.sync(source));
      Await.file(connector.file("reading"));
      List<CompletableFuture<List<SyncReport>>> others =
          List.of(
              Background.start(() -> lab.sync(source)), Background.start(() -> lab.sync(source)));
      Thread.sleep(200);
      Files.createFile(goOn);

      assertThat(first.get()).hasSize(1);
      for (CompletableFuture<List<SyncReport>> other : others) {
        assertThat(other.get()).isEmpty();
      }
      assertThat(connector.calls("read")).hasSize(1);
    }
  }

  @Test
  void fullRefreshDoesNotTakeAnIncrementalReadForItsOwn() throws Exception {
    try (Lab lab = new Lab(folder)) {
      ScriptedConnector connector =
          lab.connector("source-shop").stream("users", ID)
              .read(record("users", "{\"id\": 1}"), state("users", "{\"cursor\": 1}"));
      Source source = lab.source(connector);
      lab.sync(source);
      Path goOn = connector.file("go-on");
      connector
          .read(
              "{\"touch\": \"%s\"}".formatted(connector.file("reading")),
              "{\"await\": \"%s\"}".formatted(goOn),
              record("users", "{\"id\": 2}"))
          .write();
      CompletableFuture<List<SyncReport>> incremental = Background.start(() -> lab.sync(source));
      Await.file(connector.file("reading"));
      CompletableFuture<List<SyncReport>> full = Background.start(() -> lab.fullRefresh(source));
      Thread.sleep(200);
      Files.createFile(goOn);
      assertThat(incremental.get()).hasSize(1);
      assertThat(full.get()).hasSize(1);
      assertThat(lab.query("SELECT id FROM shop.users")).containsExactly("2");
    }
  }

  @Test
  void readersSeeOnlyWholeGenerations() throws Exception {
    try (Lab lab = new Lab(folder)) {
      ScriptedConnector connector = lab.connector("source-shop").stream("users", ID);
      Source source = lab.source(connector);
      give(connector, 3000);
      lab.sync(source);
      AtomicBoolean done = new AtomicBoolean();
      CompletableFuture<Set<String>> seen =
          Background.start(
              () -> {
                Set<String> counts = new HashSet<>();
                while (!done.get()) {
                  counts.add(lab.value("SELECT count(*) FROM shop.users"));
                }
                return counts;
              });
      for (int count : List.of(4000, 2000, 5000)) {
        give(connector, count);
        lab.fullRefresh(source);
      }
      done.set(true);
      assertThat(seen.get()).isSubsetOf("3000", "4000", "2000", "5000").hasSizeGreaterThan(1);
    }
  }

  private static void give(ScriptedConnector connector, int count) {
    connector
        .read(
            """
            {"records": {"stream": "users", "count": %d, "template": {"id": "$i"},
              "state_every": 100, "sleep_every": [500, 0.02]}}"""
                .formatted(count))
        .write();
  }
}
