package org.airbytejdbc.connector.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.airbytejdbc.connector.Cancellation;
import org.airbytejdbc.connector.ConnectorException;
import org.airbytejdbc.connector.ConnectorException.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramTest {
  @TempDir Path folder;

  @Test
  void givesExitCodeAndAllOutput() {
    Program.Result result = run("echo one; echo $WORD >&2; exit 3");

    assertThat(result).isEqualTo(new Program.Result(3, "one\ntwo\n"));
    assertThat(result.succeeded()).isFalse();
  }

  @Test
  void aProgramThatIsNotThereIsTold() {
    Program.Result result =
        new Program(List.of("/not/there"), Map.of(), folder.resolve("log"))
            .run(Cancellation.none());

    assertThat(result.exitCode()).isEqualTo(127);
    assertThat(result.output()).contains("/not/there");
  }

  @Test
  void cancellingEndsTheWholeTree() throws Exception {
    Cancellation cancellation = new Cancellation();
    Thread canceller =
        new Thread(
            () -> {
              while (!Files.exists(folder.resolve("child"))) {
                Thread.onSpinWait();
              }
              cancellation.cancel(Cancellation.Cause.CANCELLED);
            });
    canceller.start();

    ConnectorException error =
        catchThrowableOfType(
            ConnectorException.class,
            () -> program("sleep 1000 & echo $! > part; mv part child; wait").run(cancellation));

    assertThat(error.kind()).isEqualTo(Kind.CANCELLED);
    ProcessHandle.of(childPid()).ifPresent(child -> child.onExit().join());
    assertThat(ProcessHandle.of(childPid()).filter(ProcessHandle::isAlive)).isEmpty();
  }

  @Test
  void nothingIsStartedOnceCancelled() {
    Cancellation cancellation = new Cancellation();
    cancellation.cancel(Cancellation.Cause.TIMED_OUT);

    ConnectorException error =
        catchThrowableOfType(
            ConnectorException.class, () -> program("touch started").run(cancellation));

    assertThat(error.kind()).isEqualTo(Kind.TIMED_OUT);
    assertThat(folder.resolve("started")).doesNotExist();
  }

  private long childPid() throws IOException {
    return Long.parseLong(Files.readString(folder.resolve("child")).strip());
  }

  private Program.Result run(String script) {
    return program(script).run(Cancellation.none());
  }

  private Program program(String script) {
    return new Program(
        List.of("/bin/sh", "-c", script),
        Map.of("PATH", System.getenv("PATH"), "WORD", "two"),
        folder.resolve("log"));
  }
}
