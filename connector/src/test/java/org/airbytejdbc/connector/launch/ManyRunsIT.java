package org.airbytejdbc.connector.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.airbytejdbc.connector.Cancellation;
import org.airbytejdbc.connector.Cancellation.Cause;
import org.airbytejdbc.connector.ConnectorException.Kind;
import org.airbytejdbc.connector.MessageStream;
import org.airbytejdbc.connector.RunOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** 200 runs, good and bad, leave the machine as it was. */
@Timeout(300)
class ManyRunsIT {
  private static final int ROUNDS = 50;
  private static final String RECORD = "{\"record\":[\"users\",{\"id\":1}]}";
  private static final String HANG = "{\"sleep\":600}";

  @TempDir Path folder;

  @Test
  void leaveNoProcessThreadFileOrHandle() throws IOException {
    RunningConnector connector = new RunningConnector(folder);
    round(connector);
    List<String> handles = handles();
    for (int i = 1; i < ROUNDS; i++) {
      round(connector);
    }
    assertThat(connector.script.calls("read")).hasSize(4 * ROUNDS);
    assertThat(connector.isAnyRunning()).isFalse();
    assertThat(ProcessHandle.current().children()).isEmpty();
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .noneMatch(name -> name.startsWith("airbyte-"));
    assertThat(RunningConnector.temporaryFiles()).isEmpty();
    assertThat(handles()).hasSameSizeAs(handles);
  }

  /** One that ends well, one that fails, one that is closed and one that is cancelled. */
  private static void round(RunningConnector connector) throws IOException {
    try (MessageStream run = connector.read(RunOptions.defaults(), RECORD)) {
      assertThat(RunningConnector.all(run)).hasSize(1);
    }
    assertThat(connector.failure(RECORD, "{\"exit\":3}").kind()).isEqualTo(Kind.CONNECTOR_FAILED);
    try (MessageStream closed =
        connector.read(RunOptions.defaults(), RECORD, "{\"child\":600}", HANG)) {
      assertThat(closed.next()).isPresent();
    }
    Cancellation cancellation = new Cancellation();
    try (MessageStream run =
        connector.read(RunOptions.defaults().endedBy(cancellation), RECORD, HANG)) {
      assertThat(run.next()).isPresent();
      cancellation.cancel(Cause.CANCELLED);
      assertThat(RunningConnector.failure(run).kind()).isEqualTo(Kind.CANCELLED);
    }
  }

  /** What this process holds open, where the system shows it (Linux); files of jars come and go. */
  private static List<String> handles() throws IOException {
    Path descriptors = Path.of("/proc/self/fd");
    if (!Files.isDirectory(descriptors)) {
      return List.of();
    }
    try (Stream<Path> open = Files.list(descriptors)) {
      return open.map(ManyRunsIT::target)
          .filter(target -> target.startsWith("pipe:") || target.contains(PrivateFiles.PREFIX))
          .toList();
    }
  }

  private static String target(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString();
    } catch (IOException closedMeanwhile) {
      return "";
    }
  }
}
