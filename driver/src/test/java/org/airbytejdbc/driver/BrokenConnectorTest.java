package org.airbytejdbc.driver;

import static org.airbytejdbc.driver.BadShop.SECRET;
import static org.airbytejdbc.driver.BadShop.TEN_EVENTS;
import static org.airbytejdbc.driver.BadShop.events;
import static org.airbytejdbc.driver.BadShop.failure;
import static org.airbytejdbc.driver.BadShop.numbersTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.airbytejdbc.driver.error.SqlState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Connectors that fail while they are read: the query says why, and its repetition is exact. */
@Timeout(120)
class BrokenConnectorTest {
  /** How a read goes wrong after its first checkpoint, and what the query says of it. */
  record Fault(String name, SqlState state, List<String> steps, List<String> words) {
    Fault(String name, String step, String... words) {
      this(name, SqlState.CONNECTOR_FAILED, List.of(step), List.of(words));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static final String UNCOVERED = record(5, "event 5");
  private static final String TRACE =
      "{\"message\": {\"type\": \"TRACE\", \"trace\": {\"type\": \"%s\", %s}}}";

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

  private static String record(int n, String text) {
    return "{\"record\": [\"events\", {\"n\": " + n + ", \"text\": \"" + text + "\"}]}";
  }

  private static String status(String status) {
    return TRACE.formatted(
        "STREAM_STATUS",
        "\"stream_status\": {\"stream_descriptor\": {\"name\": \"events\"}, \"status\": \""
            + status
            + "\"}");
  }

  static List<Fault> faults() {
    return List.of(
        new Fault(
            "exits with 1",
            SqlState.CONNECTOR_FAILED,
            List.of("{\"stderr\": \"no entry with " + SECRET + "\"}", "{\"exit\": 1}"),
            List.of("source-shop failed (exit code 1)", "no entry with ***", "try again")),
        new Fault("is killed", "{\"kill\": 9}", "killed by SIGKILL", "give it more"),
        new Fault(
            "reports an error and ends with 0",
            TRACE.formatted("ERROR", "\"error\": {\"message\": \"boom " + SECRET + "\"}"),
            "source-shop failed: boom ***"),
        new Fault(
            "blames its config",
            SqlState.INVALID_CONFIG,
            List.of(
                TRACE.formatted(
                    "ERROR",
                    "\"error\": {\"message\": \"m\", \"failure_type\": \"config_error\"}")),
            List.of("source-shop failed: m", "Correct the connector's config")),
        new Fault("leaves a stream incomplete", status("INCOMPLETE"), "incomplete: events"),
        new Fault("starts a stream and never ends it", status("STARTED"), "incomplete: events"),
        new Fault(
            "ends within a line",
            "{\"raw\": \"{\\\"type\\\": \\\"RECORD\\\", \\\"x\\\": \\\"" + SECRET + "\"}",
            "cut short",
            "another version"),
        new Fault(
            "writes a message that lacks its parts",
            "{\"message\": {\"type\": \"RECORD\", \"record\": {\"x\": \"" + SECRET + "\"}}}",
            "broke the Airbyte protocol",
            "another version"),
        new Fault(
            "gives records of a stream that it was not asked for",
            "{\"message\": {\"type\": \"RECORD\", \"record\": {\"stream\": \"other\","
                + " \"data\": {}, \"emitted_at\": 1}}}",
            "other, which it was not asked for",
            "maintainers"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void aFailedReadTellsWhyAndGoesOnFromItsCheckpoint(Fault fault) throws Exception {
    String[] steps =
        Stream.concat(Stream.of(events(5), UNCOVERED), fault.steps().stream())
            .toArray(String[]::new);
    shop.connector().read(steps).write();
    try (Connection connection = shop.connect()) {
      failure(
          fault.state(),
          () -> BadShop.rows(connection, "SELECT count(*) FROM events"),
          fault.words().toArray(String[]::new));
      assertThat(BadShop.rows(connection, "SELECT 1")).containsExactly("1");
    }
    assertRepaired(4);
  }

  @Test
  void aSilentConnectorIsEndedAfterIdleTimeout() throws Exception {
    shop.connector().read(events(5), UNCOVERED, "{\"child\": 600}", "{\"sleep\": 600}").write();
    failure(
        SqlState.CONNECTOR_SILENT,
        () -> shop.events("idleTimeout=3s"),
        "source-shop was silent for 3 s",
        "raise idleTimeout");
    long child = Long.parseLong(Files.readString(shop.connector().file("child.pid")));
    assertThat(ProcessHandle.of(child).filter(BrokenConnectorTest::runs)).isEmpty();
    assertRepaired(4);
  }

  /** A dead orphan stays listed until its new parent fetches it. */
  private static boolean runs(ProcessHandle process) {
    return process.isAlive() && process.info().command().isPresent();
  }

  @Test
  void aLineOf100MegabytesIsRefused() throws Exception {
    Path line = longRecord(100);
    shop.connector().read(events(5), UNCOVERED, "{\"file\": \"" + line + "\"}").write();
    failure(
        SqlState.CONNECTOR_FAILED,
        shop::events,
        "a line longer than the limit of 67108864 bytes",
        "raise maxRecordSize");
    assertRepaired(4);
  }

  @Test
  void maxRecordSizeIsTheLimitOfALine() throws Exception {
    Path line = longRecord(2);
    shop.connector().read(events(5), "{\"file\": \"" + line + "\"}").write();
    failure(
        SqlState.CONNECTOR_FAILED,
        () -> shop.events("maxRecordSize=1MB"),
        "limit of 1048576 bytes");
    assertThat(shop.rows("SELECT length(text) FROM events WHERE n = -1", "maxRecordSize=3MB"))
        .containsExactly(Integer.toString(2 << 20));
  }

  @Test
  void aRecordBelowTheLimitIsReadHoweverLong() throws Exception {
    shop.connector().read("{\"file\": \"" + longRecord(40) + "\"}").write();
    assertThat(shop.rows("SELECT length(text) FROM events"))
        .containsExactly(Integer.toString(40 << 20));
  }

  @Test
  void withoutAStateAFailedReadBeginsAgain() throws Exception {
    shop.connector().read(record(0, "event 0"), record(1, "event 1"), "{\"exit\": 1}").write();
    failure(SqlState.CONNECTOR_FAILED, shop::events, "exit code 1");
    shop.connector().read(TEN_EVENTS).write();
    assertThat(shop.rows("SELECT n FROM events ORDER BY n")).isEqualTo(numbersTo(10));
    assertThat(shop.connector().calls("read").get(1).state().isNull()).isTrue();
  }

  @Test
  void whatWasReadBeforeStaysVisibleAndGrowsByWhatIsCheckpointed() throws Exception {
    assertThat(shop.events()).isEqualTo(numbersTo(10));
    shop.connector().read(events(15), record(15, "event 15"), "{\"exit\": 1}").write();
    failure(SqlState.CONNECTOR_FAILED, () -> shop.events("refresh=always"), "exit code 1");
    assertThat(shop.events("refresh=never")).isEqualTo(numbersTo(15));
    shop.connector().read(events(20)).write();
    assertThat(shop.events("refresh=always")).isEqualTo(numbersTo(20));
  }

  @Test
  void aPreviewFailsOnlyWhereItNeedsWhatWasNotGiven() throws Exception {
    shop.connector().read(events(5), "{\"exit\": 1}").write();
    assertThat(shop.rows("SELECT n FROM events LIMIT 2")).isEqualTo(numbersTo(2));
    failure(
        SqlState.CONNECTOR_FAILED, () -> shop.rows("SELECT n FROM events LIMIT 7"), "exit code 1");
    shop.connector().read(TEN_EVENTS).write();
    assertThat(shop.rows("SELECT n FROM events LIMIT 7")).hasSize(7);
    assertThat(shop.events()).isEqualTo(numbersTo(10));
  }

  @Test
  void aConnectorThatWillNotGoIsKilledAtTheQueryTimeout() throws Exception {
    shop.connector()
        .read("{\"ignore_term\": true}", events(5), UNCOVERED, "{\"sleep\": 600}")
        .write();
    try (Connection connection = shop.connect();
        Statement statement = connection.createStatement()) {
      statement.setQueryTimeout(3);
      failure(
          SqlState.TIMED_OUT,
          () -> statement.executeQuery("SELECT count(*) FROM events"),
          "longer than its query timeout",
          "is kept");
    }
    assertRepaired(4);
  }

  @Test
  void aFailedDiscoveryOpensNoConnection() throws Exception {
    shop.connector().play("discover", "{\"stderr\": \"bad " + SECRET + "\"}", "{\"exit\": 2}");
    shop.connector().write();
    failure(SqlState.CONNECTOR_FAILED, shop::connect, "source-shop failed", "bad ***", "try again");
    shop.connector().play("discover", "{\"write\": \"hello\"}").write();
    failure(SqlState.CONNECTOR_FAILED, shop::connect, "without an answer to discover", "Check");
  }

  /** Without its faults the connector goes on after the cursor; each event is there once. */
  private void assertRepaired(int cursor) throws Exception {
    shop.connector().read(TEN_EVENTS).write();
    assertThat(shop.rows("SELECT n FROM events ORDER BY n")).isEqualTo(numbersTo(10));
    assertThat(shop.connector().calls("read").get(1).state().toString())
        .contains("\"cursor\":" + cursor);
  }

  /** A file of one record with a text of so many megabytes. */
  private Path longRecord(int megabytes) throws IOException {
    Path file = folder.resolve("long");
    byte[] megabyte = "x".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(
          "{\"type\":\"RECORD\",\"record\":{\"stream\":\"events\",\"emitted_at\":1,\"data\":{\"n\":-1,\"text\":\""
              .getBytes(StandardCharsets.US_ASCII));
      for (int i = 0; i < megabytes; i++) {
        out.write(megabyte);
      }
      out.write("\"}}}\n".getBytes(StandardCharsets.US_ASCII));
    }
    return file;
  }
}
