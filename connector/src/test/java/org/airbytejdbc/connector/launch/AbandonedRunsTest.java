package org.airbytejdbc.connector.launch;

import static org.airbytejdbc.connector.launch.RunningConnector.all;
import static org.airbytejdbc.connector.launch.RunningConnector.isRunning;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.airbytejdbc.connector.MessageStream;
import org.airbytejdbc.connector.RunOptions;
import org.airbytejdbc.testing.ScriptedConnector.Call;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class AbandonedRunsTest {
  private static final String RECORD = "{\"record\":[\"users\",{\"id\":1}]}";

  @TempDir private Path folder;

  @Test
  void clearsAwayWhatAKilledJvmHasLeft() throws Exception {
    RunningConnector abandoned = new RunningConnector(folder.resolve("theirs"));
    Process jvm = otherJvm(folder.resolve("theirs"));
    assertThat(jvm.getInputStream().read()).as("reading there").isEqualTo('r');
    jvm.destroyForcibly().waitFor();
    Call call = abandoned.script.calls("read").get(0);
    Path secret = Path.of(call.configPath());
    assertThat(secret).as("left by the killed JVM").exists();
    assertThat(isRunning(call.pid())).as("left by the killed JVM").isTrue();

    readOnce();

    assertThat(secret.getParent()).doesNotExist();
    for (int i = 0; i < 100 && isRunning(call.pid()); i++) {
      Thread.sleep(50);
    }
    assertThat(isRunning(call.pid())).isFalse();
  }

  @Test
  void leavesTheRunsOfOthersAlone() throws Exception {
    RunningConnector theirs = new RunningConnector(folder.resolve("theirs"));
    Process jvm = otherJvm(folder.resolve("theirs"));
    try {
      assertThat(jvm.getInputStream().read()).as("reading there").isEqualTo('r');

      readOnce();

      Call call = theirs.script.calls("read").get(0);
      assertThat(Path.of(call.configPath())).exists();
      assertThat(isRunning(call.pid())).isTrue();
    } finally {
      jvm.destroyForcibly().waitFor();
      readOnce();
    }
  }

  @Test
  void leavesFoldersWithoutALockAlone() throws IOException {
    Path other = Files.createDirectory(folder.resolve(PrivateFiles.PREFIX + "0-made-by-hand"));

    AbandonedRuns.clear(folder);

    assertThat(other).exists();
  }

  private void readOnce() {
    RunningConnector mine = new RunningConnector(folder.resolve("mine"));
    try (MessageStream run = mine.read(RunOptions.defaults(), RECORD)) {
      assertThat(all(run)).hasSize(1);
    }
  }

  private static Process otherJvm(Path folder) throws IOException {
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElseThrow(),
            "-Djava.io.tmpdir=" + PrivateFiles.temporary(),
            "-cp",
            System.getProperty("java.class.path"),
            Reading.class.getName(),
            folder.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** A program that reads from a connector which falls silent, until it is killed. */
  static final class Reading {
    private Reading() {}

    public static void main(String[] arguments) {
      RunningConnector running = new RunningConnector(Path.of(arguments[0]));
      try (MessageStream run = running.read(RunOptions.defaults(), RECORD, "{\"sleep\":600}")) {
        run.next();
        System.out.write('r');
        System.out.flush();
        run.next();
      }
    }
  }
}
