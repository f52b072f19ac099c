package org.airbytejdbc.cache.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.airbytejdbc.cache.CacheException;
import org.airbytejdbc.cache.CacheLocation;
import org.airbytejdbc.cache.CacheSettings;
import org.airbytejdbc.connector.Cancellation;
import org.airbytejdbc.connector.ConnectorException;
import org.airbytejdbc.testing.Background;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One cache file between processes. */
class DuckDbFileProcessesTest {
  @TempDir Path folder;
  private Path path;
  private DuckDbFile file;

  @BeforeEach
  void makeTable() throws SQLException {
    path = folder.resolve("shop.duckdb");
    file = file(Duration.ofSeconds(30));
    execute("CREATE TABLE t (n BIGINT)");
  }

  @AfterEach
  void closeFile() {
    file.close();
  }

  @Test
  void anotherProcessGetsTheFileOnceNobodyUsesIt() throws Exception {
    try (OtherProcess other = OtherProcess.start(path, "hold")) {
      assertThat(other.says()).isEqualTo("held");
    }
  }

  @Test
  void whoWaitsGetsTheFileWhenItsHolderIsDone() throws Exception {
    try (OtherProcess other = OtherProcess.start(path, "hold")) {
      assertThat(other.says()).isEqualTo("held");
      CompletableFuture<Long> waiting = Background.start(this::count);
      awaitRequest();

      other.goOn();

      assertThat(waiting.get()).isZero();
      assertThat(other.says()).as("it runs on, but holds nothing").isEqualTo("released");
      assertThat(request()).doesNotExist();
    }
  }

  @Test
  void whoWaitsTooLongIsToldWhoHoldsTheFile() throws Exception {
    try (OtherProcess other = OtherProcess.start(path, "hold");
        DuckDbFile impatient = file(Duration.ofMillis(100))) {
      assertThat(other.says()).isEqualTo("held");
      CacheException locked =
          catchThrowableOfType(
              CacheException.class, () -> impatient.lease(Cancellation.none()).close());

      assertThat(locked.kind()).isEqualTo(CacheException.Kind.LOCKED);
      assertThat(locked)
          .hasMessageContaining(path.toString())
          .hasMessageContaining("process " + other.pid());
      assertThat(locked.guidance().orElseThrow()).contains("lockTimeout");
    }
  }

  @Test
  void aWaitCanBeCancelled() throws Exception {
    try (OtherProcess other = OtherProcess.start(path, "hold")) {
      assertThat(other.says()).isEqualTo("held");
      Cancellation cancellation = new Cancellation();
      CompletableFuture<Void> waiting =
          Background.startRunning(() -> file.lease(cancellation).close());
      awaitRequest();

      cancellation.cancel(Cancellation.Cause.CANCELLED);

      assertThatThrownBy(waiting::join).hasCauseInstanceOf(ConnectorException.class);
    }
  }

  @Test
  void twoBusyProcessesTakeTurns() throws Exception {
    try (OtherProcess other = OtherProcess.start(path, "insert")) {
      for (int i = 0; i < 40; i++) {
        execute("INSERT INTO t VALUES (" + i + ")");
      }
      assertThat(other.says()).isEqualTo("inserted");
      assertThat(count()).isEqualTo(80);
    }
  }

  @Test
  void aKilledHolderLeavesWhatItCommitted() throws Exception {
    try (OtherProcess other = OtherProcess.start(path, "insert", "hold")) {
      assertThat(other.says()).isEqualTo("inserted");
      assertThat(other.says()).isEqualTo("held");
      other.kill();
    }
    assertThat(count()).isEqualTo(40);
  }

  @Test
  void aFullDiskIsToldAndWhatWasCommittedStays() throws Exception {
    // The limit is above the native library, which each JVM unpacks for itself.
    List<String> limited = List.of("sh", "-c", "ulimit -f 163840; exec \"$@\"", "sh");
    try (OtherProcess other = OtherProcess.start(limited, path, "fill")) {
      assertThat(other.says()).startsWith("OUT_OF_SPACE");
    }
    assertThat(count()).isPositive();
    execute("INSERT INTO t VALUES (1)");
  }

  @Test
  void whatADeadProcessLeftIsRemovedButNotWhatALivingOneUses() throws Exception {
    Path living;
    try (OtherProcess first = OtherProcess.start(path, "scratch");
        OtherProcess second = OtherProcess.start(path, "scratch")) {
      Path abandoned = Path.of(first.says());
      living = Path.of(second.says());
      Files.writeString(abandoned.resolve("1.ndjson"), "{}");
      first.kill();

      try (ScratchFolder mine = ScratchFolder.open(file.location())) {
        assertThat(mine.path()).isEmptyDirectory();
        assertThat(abandoned).doesNotExist();
        assertThat(living).isDirectory();
      }
    }
    ScratchFolder.open(file.location()).close();
    assertThat(living).doesNotExist();
  }

  private DuckDbFile file(Duration lockTimeout) {
    return new DuckDbFile(new CacheLocation.DuckDbFile(path), new CacheSettings(lockTimeout));
  }

  private Path request() {
    return path.resolveSibling("shop.duckdb.wanted");
  }

  private void awaitRequest() throws InterruptedException {
    while (!Files.exists(request())) {
      Thread.sleep(5);
    }
  }

  private long count() {
    try (Lease lease = file.lease(Cancellation.none());
        Statement statement = lease.connection().createStatement();
        ResultSet rows = statement.executeQuery("SELECT count(*) FROM t")) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Lease lease = file.lease(Cancellation.none());
        Statement statement = lease.connection().createStatement()) {
      statement.execute(sql);
    }
  }
}
