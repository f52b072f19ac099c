package org.airbytejdbc.driver;

import static org.airbytejdbc.driver.BadShop.TEN_EVENTS;
import static org.airbytejdbc.driver.BadShop.events;
import static org.airbytejdbc.driver.BadShop.failure;
import static org.airbytejdbc.driver.BadShop.numbersTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.airbytejdbc.driver.error.SqlState;
import org.airbytejdbc.testing.Background;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One cache, many who use it: threads, processes, a disk without room. */
@Timeout(180)
class SharedCacheTest {
  @TempDir private Path folder;
  private BadShop shop;

  @BeforeEach
  void open() {
    shop = new BadShop(folder);
  }

  @AfterEach
  void close() throws IOException {
    shop.close();
  }

  @Test
  void connectionsOfOneJvmShareTheCache() throws Exception {
    try (Connection first = shop.connect();
        Connection second = shop.connect();
        Statement statement = first.createStatement();
        ResultSet rows = statement.executeQuery("SELECT * FROM events")) {
      assertThat(rows.next()).isTrue();
      assertThat(BadShop.rows(second, "SELECT count(*) FROM events")).containsExactly("10");
    }
    assertThat(shop.connector().calls("discover")).hasSize(1);
    assertThat(shop.connector().calls("read")).hasSize(1);
  }

  @Test
  void anotherProcessAsksWhileThisOneReads() throws Exception {
    assertThat(shop.events()).isEqualTo(numbersTo(10));
    Path began = shop.connector().file("began");
    Path goOn = shop.connector().file("go-on");
    shop.connector()
        .read(events(15), "{\"touch\": \"" + began + "\"}", "{\"await\": \"" + goOn + "\"}")
        .write();
    CompletableFuture<List<String>> slow = Background.start(() -> unchecked("refresh=always"));
    await(began);
    String count = "SELECT count(*) >= 10 FROM events";
    assertThat(OtherProcess.run(folder, shop.url("refresh=never"), count)).containsExactly("true");
    assertThat(slow).isNotDone();
    assertThat(OtherProcess.run(folder, shop.url("refresh=always", "lockTimeout=1s"), count))
        .first()
        .asString()
        .startsWith(SqlState.CACHE_LOCKED.code())
        .contains("process " + ProcessHandle.current().pid());
    Files.createFile(goOn);
    assertThat(slow.get()).isEqualTo(numbersTo(15));
  }

  @Test
  void aFullDiskIsToldAndTheReadIsRepeatedOnceThereIsRoom() throws Exception {
    assertThat(shop.events()).isEqualTo(numbersTo(10));
    // More than the file may grow to, and nothing that can be made smaller.
    Path much = folder.resolve("much");
    Random random = new Random(1);
    try (BufferedWriter out = Files.newBufferedWriter(much)) {
      byte[] bytes = new byte[512];
      for (int i = 0; i < 1 << 18; i++) {
        random.nextBytes(bytes);
        out.write(
            "{\"type\":\"RECORD\",\"record\":{\"stream\":\"events\",\"emitted_at\":1,\"data\":{\"n\":-1,\"text\":\""
                + Base64.getEncoder().encodeToString(bytes)
                + "\"}}}\n");
      }
    }
    shop.connector().read("{\"file\": \"" + much + "\"}").write();
    // The limit is above the native library, which each JVM unpacks for itself.
    List<String> limited = List.of("sh", "-c", "ulimit -f 163840; exec \"$@\"", "sh");
    assertThat(
            OtherProcess.run(
                limited, folder, shop.url("refresh=always"), "SELECT count(*) FROM events"))
        .first()
        .asString()
        .startsWith(SqlState.OUT_OF_SPACE.code());
    assertThat(shop.events("refresh=never")).isEqualTo(numbersTo(10));
    shop.connector().read(TEN_EVENTS, events(20)).write();
    assertThat(shop.rows("SELECT n FROM events ORDER BY n", "refresh=always"))
        .isEqualTo(numbersTo(20));
  }

  @Test
  void aDamagedCacheIsToldAndLeftAsItIs() throws Exception {
    assertThat(shop.events()).isEqualTo(numbersTo(10));
    byte[] whole = Files.readAllBytes(shop.cacheFile());
    byte[] cut = Arrays.copyOf(whole, whole.length / 2);
    byte[] garbled = whole.clone();
    Arrays.fill(garbled, 3 * 4096, whole.length, (byte) 'x');
    for (byte[] damaged : List.of(cut, garbled)) {
      Files.write(shop.cacheFile(), damaged);
      failure(SqlState.CACHE_UNAVAILABLE, shop::events, "kept.duckdb", "damaged remove it");
      assertThat(shop.cacheFile()).hasBinaryContent(damaged);
    }
    Files.delete(shop.cacheFile());
    assertThat(shop.events()).isEqualTo(numbersTo(10));
  }

  @Test
  void cancelAndQueryTimeoutEndADiscovery() throws Exception {
    try (Connection connection = shop.connect();
        Statement statement = connection.createStatement()) {
      Path began = shop.connector().file("began");
      shop.connector()
          .play("discover", "{\"touch\": \"" + began + "\"}", "{\"sleep\": 600}")
          .write();
      // A connector that has changed is asked for its streams again.
      Files.setLastModifiedTime(
          shop.connector().executable(), FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
      CompletableFuture<SQLException> cancelled =
          Background.start(() -> stopped(() -> statement.executeQuery("SELECT n FROM events")));
      await(began);
      statement.cancel();
      assertThat((Throwable) cancelled.get()).isNotInstanceOf(SQLTimeoutException.class);
      statement.setQueryTimeout(1);
      assertThat((Throwable) stopped(() -> statement.executeQuery("SELECT n FROM events")))
          .isInstanceOf(SQLTimeoutException.class);
      assertThat(shop.connector().calls("discover"))
          .allSatisfy(call -> assertThat(ProcessHandle.of(call.pid())).isEmpty());
    }
  }

  private static SQLException stopped(ThrowingCallable call) {
    SQLException stopped = catchThrowableOfType(SQLException.class, call);
    assertThat(stopped.getSQLState()).isEqualTo(SqlState.CANCELLED.code());
    return stopped;
  }

  private List<String> unchecked(String property) {
    try {
      return shop.events(property);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private static void await(Path file) throws InterruptedException {
    while (!Files.exists(file)) {
      Thread.sleep(10);
    }
  }
}
