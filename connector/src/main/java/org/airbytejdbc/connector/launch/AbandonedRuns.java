package org.airbytejdbc.connector.launch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Clears away what the runs of a JVM that died have left: their secrets, and their processes where
 * the system shows which these are.
 */
final class AbandonedRuns {
  private AbandonedRuns() {}

  /** Clears what there is below a folder. A run is abandoned when nobody holds its lock. */
  static void clear(Path parent) {
    String own = PrivateFiles.PREFIX + ProcessHandle.current().pid() + "-";
    try (DirectoryStream<Path> runs = Files.newDirectoryStream(parent, PrivateFiles.PREFIX + "*")) {
      for (Path run : runs) {
        // Closing any channel on a file gives up all locks that this process has on it.
        if (!run.getFileName().toString().startsWith(own)) {
          clearIfAbandoned(run);
        }
      }
    } catch (IOException e) {
      // not ours to read: nothing there was left by us
    }
  }

  private static void clearIfAbandoned(Path run) {
    Path lockFile = run.resolve(PrivateFiles.LOCK);
    if (!Files.isWritable(lockFile)) {
      return;
    }
    try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      if (lock != null) {
        ProcessTree.killMarked(run.toString());
        PrivateFiles.remove(run);
      }
    } catch (IOException e) {
      // somebody else was quicker
    }
  }
}
