package org.airbytejdbc.connector.launch;

import static org.airbytejdbc.connector.launch.RunningConnector.all;
import static org.airbytejdbc.connector.launch.RunningConnector.failure;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.airbytejdbc.connector.ConnectorException;
import org.airbytejdbc.connector.ConnectorException.Kind;
import org.airbytejdbc.connector.MessageStream;
import org.airbytejdbc.connector.RunOptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectorFailureTest {
  private static final String RECORD = "{\"record\":[\"users\",{\"id\":1}]}";
  private static final String ERROR =
      "{\"message\":{\"type\":\"TRACE\",\"trace\":{\"type\":\"ERROR\",\"error\":{\"message\":\"boom\","
          + "\"internal_message\":\"KeyError: 'x'\",\"failure_type\":\"config_error\"}}}}";
  private static final String STATUS =
      "{\"message\":{\"type\":\"TRACE\",\"trace\":{\"type\":\"STREAM_STATUS\",\"stream_status\":"
          + "{\"stream_descriptor\":{\"name\":\"users\"},\"status\":\"%s\"}}}}";

  @TempDir private Path folder;
  private RunningConnector running;

  @BeforeEach
  void lay() {
    running = new RunningConnector(folder);
  }

  @Test
  void returnsEverythingThatCameBeforeTheFailure() {
    try (MessageStream run = running.read(RunOptions.defaults(), RECORD, RECORD, "{\"exit\":3}")) {
      assertThat(run.next()).isPresent();
      assertThat(run.next()).isPresent();
      assertThat(failure(run)).hasMessageContaining("exit code 3");
    }
  }

  @Test
  void tellsTheConnectorsOwnWordsFirst() {
    ConnectorException failure =
        running.failure("{\"stderr\":\"Traceback\"}", RECORD, ERROR, "{\"exit\":1}");

    assertThat(failure.getMessage())
        .isEqualTo(
            "source-x failed (exit code 1): boom\n"
                + "internal message: KeyError: 'x'\n"
                + "end of its stderr: Traceback");
    assertThat(failure.kind()).isEqualTo(Kind.INVALID_CONFIG);
    assertThat(failure.guidance()).contains("Correct the connector's config");
  }

  @Test
  void takesAReportedErrorForAFailureThoughTheExitCodeIsGood() {
    assertThat(running.failure(ERROR, RECORD)).hasMessageStartingWith("source-x failed: boom");
  }

  @Test
  void tellsTheLastErrorOfTheLogWhereNothingElseIsKnown() {
    String log =
        "{\"message\":{\"type\":\"LOG\",\"log\":{\"level\":\"FATAL\",\"message\":\"no disk\"}}}";

    assertThat(running.failure(log, "{\"exit\":1}"))
        .hasMessageStartingWith("source-x failed (exit code 1): no disk");
  }

  @Test
  void leavesTheFramesOfATracebackToTheLog() {
    String log =
        """
        {"message": {"type": "LOG", "log": {"level": "ERROR", "message":
          "Cannot discover\\nTraceback (most recent call last):\\n  File x, line 1\\nKeyError: 'a'"}}}
        """;

    assertThat(running.failure(log, ERROR, "{\"exit\":1}").getMessage())
        .endsWith("last error in its log: Cannot discover\nKeyError: 'a'");
  }

  @Test
  void namesTheSignalThatKilledIt() {
    ConnectorException failure = running.failure(RECORD, "{\"kill\":9}");

    assertThat(failure).hasMessageContaining("source-x failed (killed by SIGKILL)");
    assertThat(failure.guidance().orElse("")).contains("memory");
  }

  @Test
  void takesAStreamLeftIncompleteForAFailure() {
    assertThat(running.failure(STATUS.formatted("STARTED"), STATUS.formatted("INCOMPLETE")))
        .hasMessageContaining("it left incomplete: users");
  }

  @Test
  void takesAStreamThatOnlyStartedForAFailure() {
    assertThat(running.failure(STATUS.formatted("STARTED"), RECORD))
        .hasMessageContaining("it left incomplete: users");
  }

  @Test
  void takesACompleteStreamForAGoodEnd() {
    try (MessageStream run =
        running.read(
            RunOptions.defaults(), STATUS.formatted("STARTED"), STATUS.formatted("COMPLETE"))) {
      assertThat(all(run)).hasSize(2);
    }
  }

  @Test
  void refusesAMessageCutShortAtAGoodEnd() {
    ConnectorException failure = running.failure(RECORD, "{\"raw\":\"{\\\"type\\\":\\\"REC\"}");

    assertThat(failure).hasMessageContaining("cut short");
    assertThat(failure.kind()).isEqualTo(Kind.PROTOCOL_VIOLATION);
  }

  @Test
  void tellsWhyItDiedRatherThanThatItsLastLineIsCutShort() {
    assertThat(running.failure("{\"raw\":\"{\\\"type\\\":\\\"REC\"}", "{\"kill\":9}"))
        .hasMessageContaining("killed by SIGKILL");
  }

  @Test
  void readsPastGarbage() {
    try (MessageStream run =
        running.read(
            RunOptions.defaults(),
            "{\"write\":\"%$&\\u0000\\u001b[0m 🙈\"}",
            RECORD,
            "{\"raw\":\"bye\"}")) {
      assertThat(all(run)).hasSize(1);
    }
  }

  @Test
  void refusesALineOf100Megabytes() throws IOException {
    Path file = folder.resolve("long");
    try (OutputStream out = Files.newOutputStream(file)) {
      byte[] megabyte = "x".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
      out.write(
          "{\"type\":\"RECORD\",\"record\":{\"stream\":\"users\",\"data\":{\"a\":\""
              .getBytes(StandardCharsets.US_ASCII));
      for (int i = 0; i < 100; i++) {
        out.write(megabyte);
      }
      out.write("\"}}}\n".getBytes(StandardCharsets.US_ASCII));
    }
    ConnectorException failure = running.failure(RECORD, "{\"file\":\"" + file + "\"}");

    assertThat(failure).hasMessageContaining("line longer than the limit of 67108864 bytes");
    assertThat(failure.kind()).isEqualTo(Kind.PROTOCOL_VIOLATION);
    assertThat(running.isAnyRunning()).isFalse();
  }

  @Test
  void repeatsItsFailureWhenAskedAgain() {
    try (MessageStream run = running.read(RunOptions.defaults(), "{\"exit\":1}")) {
      assertThat(failure(run)).hasMessageContaining("exit code 1");
      assertThat(failure(run)).hasMessageContaining("exit code 1");
    }
  }

  @Test
  void keepsALongStderrShortAndItsEnd() {
    String much = "{\"stderr\":\"" + "noise\\n".repeat(20_000) + "the reason\"}";
    ConnectorException failure = running.failure(much, "{\"exit\":1}");

    assertThat(failure.getMessage()).startsWith("source-x failed (exit code 1): the reason");
    assertThat(failure.getMessage().length()).isLessThan(3_000);
  }
}
