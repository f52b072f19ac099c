package org.airbytejdbc.connector.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.airbytejdbc.connector.Cancellation;
import org.airbytejdbc.connector.ConnectorException;
import org.airbytejdbc.connector.ConnectorException.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreparedFolderTest {
  private static final Installed CONTENT =
      new Installed("package", "program", "1.0", "3.11", Instant.EPOCH);

  @TempDir Path parent;
  private final AtomicInteger fillings = new AtomicInteger();

  @Test
  void isFilledOnce() {
    assertThat(folder().installed()).isEmpty();

    assertThat(prepare(folder())).isEqualTo(CONTENT);
    assertThat(prepare(folder())).isEqualTo(CONTENT);

    assertThat(fillings).hasValue(1);
    assertThat(folder().installed()).hasValue(CONTENT);
  }

  @Test
  void isEnteredByItsOwnerOnly() throws IOException {
    prepare(folder());

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(parent.resolve("home"))))
        .isEqualTo("rwx------");
  }

  @Test
  void oneWithoutItsMarkerIsFilledAgainFromNothing() throws IOException {
    prepare(folder());
    Files.delete(folder().folder().resolve("installed.json"));
    Files.createDirectories(folder().folder().resolve("left/behind"));

    prepare(folder());

    assertThat(fillings).hasValue(2);
    assertThat(folder().folder().resolve("left")).doesNotExist();
  }

  @Test
  void oneWithABrokenMarkerOrNoLongerUsableIsFilledAgain() throws IOException {
    prepare(folder());
    Files.writeString(folder().folder().resolve("installed.json"), "{\"name\":");
    prepare(folder());
    Files.delete(folder().folder().resolve("usable"));
    prepare(folder());

    assertThat(fillings).hasValue(3);
  }

  @Test
  void aFailureLeavesNothingBehind() {
    IllegalStateException failure = new IllegalStateException("no space");

    Throwable thrown =
        catchThrowable(
            () ->
                folder()
                    .prepare(
                        Cancellation.none(),
                        () -> {},
                        path -> {
                          Files.createDirectories(path.resolve("half/done"));
                          throw failure;
                        }));

    assertThat(thrown).isSameAs(failure);
    assertThat(folder().folder()).doesNotExist();
  }

  @Test
  void aFolderThatCannotBeWrittenIsTold() throws IOException {
    Files.writeString(parent.resolve("home"), "a file");

    ConnectorException error =
        catchThrowableOfType(ConnectorException.class, () -> prepare(folder()));

    assertThat(error.kind()).isEqualTo(Kind.INSTALL_FAILED);
    assertThat(error).hasMessageContaining("cannot be written");
  }

  @Test
  void threadsFillItOnceTogether() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<Installed>> results =
          IntStream.range(0, 8).mapToObj(i -> threads.submit(() -> prepare(folder()))).toList();
      for (Future<Installed> result : results) {
        assertThat(result.get()).isEqualTo(CONTENT);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(fillings).hasValue(1);
  }

  @Test
  void anotherProcessThatFillsItIsWaitedFor() throws Exception {
    Process other = otherProcessThatHoldsTheLock();
    AtomicInteger waits = new AtomicInteger();

    Installed installed =
        folder()
            .prepare(
                Cancellation.none(),
                () -> {
                  waits.incrementAndGet();
                  other.destroyForcibly();
                },
                this::fill);

    assertThat(installed).isEqualTo(CONTENT);
    assertThat(waits).hasValue(1);
  }

  @Test
  void theWaitEndsWhenCancelled() throws Exception {
    Process other = otherProcessThatHoldsTheLock();
    Cancellation cancellation = new Cancellation();

    ConnectorException error =
        catchThrowableOfType(
            ConnectorException.class,
            () ->
                folder()
                    .prepare(
                        cancellation,
                        () -> cancellation.cancel(Cancellation.Cause.CANCELLED),
                        this::fill));

    other.destroyForcibly();
    assertThat(error.kind()).isEqualTo(Kind.CANCELLED);
    assertThat(fillings).hasValue(0);
  }

  private Process otherProcessThatHoldsTheLock() throws IOException {
    Files.createDirectories(parent.resolve("home"));
    String program =
        "import fcntl,sys,time; f=open(sys.argv[1],'w'); fcntl.lockf(f,fcntl.LOCK_EX);"
            + " print('held',flush=True); time.sleep(600)";
    Process process =
        new ProcessBuilder("python3", "-c", program, folder().folder() + ".lock").start();
    assertThat(process.inputReader().readLine()).isEqualTo("held");
    return process;
  }

  private PreparedFolder folder() {
    return new PreparedFolder(
        parent.resolve("home").resolve("prepared"), path -> Files.exists(path.resolve("usable")));
  }

  private Installed prepare(PreparedFolder folder) {
    return folder.prepare(Cancellation.none(), () -> {}, this::fill);
  }

  private Installed fill(Path path) throws IOException {
    fillings.incrementAndGet();
    Files.createDirectory(path);
    Files.createFile(path.resolve("usable"));
    return CONTENT;
  }
}
