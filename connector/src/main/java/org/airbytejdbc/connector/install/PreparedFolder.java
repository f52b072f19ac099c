package org.airbytejdbc.connector.install;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.airbytejdbc.connector.Cancellation;
import org.airbytejdbc.connector.ConnectorException;
import org.airbytejdbc.connector.PrivateFolder;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A folder that is filled once, in place, and used by every process after that. What tells a whole
 * one from a broken one is the marker written last; a lock file beside the folder lets one process
 * fill it while others wait.
 */
final class PreparedFolder {
  /** Fills the folder, which is not there when it begins. */
  interface Filling {
    Installed fill(Path folder) throws IOException;
  }

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final long POLL_NANOS = 100_000_000;

  private final Path folder;
  private final Predicate<Path> usable;

  /**
   * @param usable whether a folder with its marker still works
   */
  PreparedFolder(Path folder, Predicate<Path> usable) {
    this.folder = requireNonNull(folder, "folder");
    this.usable = requireNonNull(usable, "usable");
  }

  Path folder() {
    return folder;
  }

  /** A file beside the folder, for what is written while it is filled. */
  Path log() {
    return folder.resolveSibling(folder.getFileName() + ".log");
  }

  /** What is in it; empty until it is whole. */
  Optional<Installed> installed() {
    try {
      Path marker = marker();
      return Files.exists(marker) && usable.test(folder)
          ? Optional.of(JSON.readValue(marker.toFile(), Installed.class))
          : Optional.empty();
    } catch (JacksonException broken) {
      return Optional.empty();
    }
  }

  /**
   * What is in it, filling it first if need be. Waits while another thread or process does.
   *
   * @param waiting told once if there is a wait
   */
  Installed prepare(Cancellation cancellation, Runnable waiting, Filling filling) {
    Optional<Installed> ready = installed();
    if (ready.isPresent()) {
      return ready.get();
    }
    return locked(
        cancellation,
        waiting,
        () -> {
          Optional<Installed> byOther = installed();
          return byOther.isPresent() ? byOther.get() : fill(filling);
        });
  }

  /**
   * Fills it anew. What was in it is back if that fails; what runs from it is on its own.
   *
   * @param waiting told once if there is a wait
   */
  Installed replace(Cancellation cancellation, Runnable waiting, Filling filling) {
    return locked(
        cancellation,
        waiting,
        () -> {
          Path before = folder.resolveSibling(folder.getFileName() + ".before");
          EnvironmentFiles.delete(before);
          if (installed().isEmpty()) {
            return fill(filling);
          }
          Files.move(folder, before);
          try {
            Installed replaced = fill(filling);
            EnvironmentFiles.delete(before);
            return replaced;
          } catch (IOException | RuntimeException e) {
            Files.move(before, folder);
            throw e;
          }
        });
  }

  /** Removes it with all that is in it; says what that was. */
  Optional<Installed> remove(Cancellation cancellation) {
    return locked(
        cancellation,
        () -> {},
        () -> {
          Optional<Installed> removed = installed();
          Files.deleteIfExists(marker());
          EnvironmentFiles.delete(folder);
          Files.deleteIfExists(log());
          return removed;
        });
  }

  /** What is done while no other process fills the folder. */
  private interface Work<T> {
    T run() throws IOException;
  }

  private <T> T locked(Cancellation cancellation, Runnable waiting, Work<T> work) {
    try {
      PrivateFolder.create(requireNonNull(folder.getParent()));
      try (FileChannel channel = openLock()) {
        lock(channel, cancellation, waiting);
        return work.run();
      }
    } catch (IOException e) {
      throw new ConnectorException(
          ConnectorException.Kind.INSTALL_FAILED,
          "The folder " + folder + " cannot be written: " + e.getMessage(),
          "Check its permissions and the space left on its disk",
          e);
    }
  }

  private Installed fill(Filling filling) throws IOException {
    EnvironmentFiles.delete(folder);
    Installed installed;
    try {
      installed = filling.fill(folder);
    } catch (IOException | RuntimeException e) {
      EnvironmentFiles.delete(folder);
      throw e;
    }
    PrivateFolder.put(marker(), JSON.writeValueAsBytes(installed));
    return installed;
  }

  private Path marker() {
    return folder.resolve("installed.json");
  }

  private FileChannel openLock() throws IOException {
    Path file = folder.resolveSibling(folder.getFileName() + ".lock");
    return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  /** The lock is given back when the channel is closed. */
  private static void lock(FileChannel channel, Cancellation cancellation, Runnable waiting)
      throws IOException {
    if (tryLock(channel)) {
      return;
    }
    waiting.run();
    do {
      LockSupport.parkNanos(POLL_NANOS);
      cancellation.throwIfCancelled();
      if (Thread.currentThread().isInterrupted()) {
        throw ConnectorException.stopped(Cancellation.Cause.CANCELLED);
      }
    } while (!tryLock(channel));
  }

  private static boolean tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException heldByThreadOfThisProcess) {
      return false;
    }
  }
}
