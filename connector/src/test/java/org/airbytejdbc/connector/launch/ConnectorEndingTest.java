package org.airbytejdbc.connector.launch;

import static org.airbytejdbc.connector.launch.RunningConnector.all;
import static org.airbytejdbc.connector.launch.RunningConnector.failure;
import static org.airbytejdbc.connector.launch.RunningConnector.isRunning;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.airbytejdbc.connector.Cancellation;
import org.airbytejdbc.connector.Cancellation.Cause;
import org.airbytejdbc.connector.ConnectorException;
import org.airbytejdbc.connector.ConnectorException.Kind;
import org.airbytejdbc.connector.MessageStream;
import org.airbytejdbc.connector.RunOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Nothing is left of a connector, whichever way its run ends. */
@Timeout(120)
class ConnectorEndingTest {
  private static final String RECORD = "{\"record\":[\"users\",{\"id\":1}]}";
  private static final String HANG = "{\"sleep\":600}";
  private static final String CHILD = "{\"child\":600}";
  private static final String IGNORE_TERM = "{\"ignore_term\":true}";

  @TempDir private Path folder;
  private RunningConnector running;

  @BeforeEach
  void lay() {
    running = new RunningConnector(folder);
  }

  @AfterEach
  void nothingIsLeft() throws IOException {
    assertThat(running.isAnyRunning()).as("connector running").isFalse();
    assertThat(running.script.calls())
        .isNotEmpty()
        .allSatisfy(call -> assertThat(Path.of(call.configPath()).getParent()).doesNotExist());
    if (Files.exists(running.script.file("child.pid"))) {
      assertThat(isRunning(running.childPid())).as("child running").isFalse();
    }
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .doesNotContain("airbyte-watch source-x");
  }

  @Test
  void endsASilentConnector() {
    ConnectorException failure =
        running.failure(RunOptions.defaults().silentFor(Duration.ofSeconds(1)), RECORD, HANG);

    assertThat(failure.kind()).isEqualTo(Kind.IDLE_TIMEOUT);
    assertThat(failure).hasMessageContaining("source-x was silent for 1 s");
    assertThat(failure.guidance().orElse("")).contains("idleTimeout");
  }

  @Test
  void endsASilentConnectorThatIgnoresTermAndHasChildren() {
    ConnectorException failure =
        running.failure(
            RunOptions.defaults().silentFor(Duration.ofSeconds(1)), IGNORE_TERM, CHILD, HANG);

    assertThat(failure.kind()).isEqualTo(Kind.IDLE_TIMEOUT);
  }

  @Test
  void endsASilentCheck() {
    running.script.play("check", HANG).write();

    ConnectorException failure =
        catchThrowableOfType(
            ConnectorException.class,
            () ->
                running.connector.check(
                    RunningConnector.CONFIG,
                    RunOptions.defaults().silentFor(Duration.ofSeconds(1))));

    assertThat(failure.kind()).isEqualTo(Kind.IDLE_TIMEOUT);
  }

  @Test
  void doesNotCallAConnectorSilentThatWaitsForItsReader() throws Exception {
    String many =
        "{\"records\":{\"stream\":\"users\",\"count\":20000,\"template\":{\"id\":\"$i\"}}}";
    Path done = running.script.file("done");
    RunOptions options = RunOptions.defaults().silentFor(Duration.ofSeconds(5));
    try (MessageStream run = running.read(options, many, "{\"touch\":\"" + done + "\"}")) {
      assertThat(run.next()).isPresent();
      Thread.sleep(6_000);
      assertThat(done).as("the connector had to wait").doesNotExist();
      assertThat(all(run)).hasSize(19_999);
    }
    assertThat(done).exists();
  }

  @Test
  void closesARunInTheMiddle() {
    try (MessageStream run = running.read(RunOptions.defaults(), CHILD, RECORD, HANG)) {
      assertThat(run.next()).isPresent();
    }
  }

  @Test
  void closesTwice() {
    MessageStream run = running.read(RunOptions.defaults(), RECORD, HANG);
    assertThat(run.next()).isPresent();
    run.close();
    run.close();
    assertThat(failure(run).kind()).isEqualTo(Kind.CANCELLED);
  }

  @Test
  void endsAChildThatOutlivesItsConnector() {
    try (MessageStream run = running.read(RunOptions.defaults(), RECORD, CHILD)) {
      assertThat(all(run)).hasSize(1);
    }
  }

  @Test
  void cancelsAReaderThatIsBlocked() throws InterruptedException {
    Cancellation cancellation = new Cancellation();
    try (MessageStream run =
        running.read(
            RunOptions.defaults().endedBy(cancellation), RECORD, IGNORE_TERM, CHILD, HANG)) {
      assertThat(run.next()).isPresent();
      Thread canceller = new Thread(() -> cancelOnceBlocked(cancellation));
      canceller.start();

      assertThat(failure(run).kind()).isEqualTo(Kind.CANCELLED);
      canceller.join();
    }
  }

  @Test
  void tellsAQueryTimeoutFromACancel() {
    Cancellation cancellation = new Cancellation();
    try (MessageStream run =
        running.read(RunOptions.defaults().endedBy(cancellation), RECORD, HANG)) {
      assertThat(run.next()).isPresent();
      cancellation.cancel(Cause.TIMED_OUT);

      assertThat(failure(run).kind()).isEqualTo(Kind.TIMED_OUT);
    }
  }

  @Test
  void showsItsFilesToItsUserOnly() throws IOException {
    Path go = running.script.file("go");
    try (MessageStream run =
        running.read(RunOptions.defaults(), RECORD, "{\"await\":\"" + go + "\"}")) {
      assertThat(run.next()).isPresent();
      Path config = Path.of(running.script.calls("read").get(0).configPath());

      assertThat(permissions(config)).isEqualTo("rw-------");
      assertThat(permissions(config.resolveSibling("catalog.json"))).isEqualTo("rw-------");
      assertThat(permissions(config.getParent())).isEqualTo("rwx------");
      Files.createFile(go);
      assertThat(all(run)).isEmpty();
    }
  }

  private void cancelOnceBlocked(Cancellation cancellation) {
    while (!Files.exists(running.script.file("child.pid"))) {
      Thread.onSpinWait();
    }
    cancellation.cancel(Cause.CANCELLED);
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
