package org.airbytejdbc.cache.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.airbytejdbc.cache.CacheException;
import org.airbytejdbc.cache.CacheLocation;
import org.airbytejdbc.cache.duckdb.DuckDbErrors;
import org.airbytejdbc.cache.duckdb.PrivateFiles;
import org.airbytejdbc.connector.Sha256;

/**
 * Locks between processes: a file for each in a folder beside the cache file. The operating system
 * frees the locks of a process that dies. The files stay, as removing one would let two in.
 */
final class LockFolder {
  private final Path folder;

  private LockFolder(Path folder) {
    this.folder = folder;
  }

  /** None for a cache that no other process can reach. */
  static Optional<LockFolder> of(CacheLocation location) {
    if (location instanceof CacheLocation.DuckDbFile file) {
      Path path = file.path();
      return Optional.of(new LockFolder(path.resolveSibling(path.getFileName() + ".locks")));
    }
    return Optional.empty();
  }

  Path path() {
    return folder;
  }

  /** What gives the lock back, or nothing while someone else has it. */
  Optional<Runnable> tryLock(String name) {
    try {
      PrivateFiles.createFolders(folder);
      FileChannel channel =
          FileChannel.open(file(name), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      Optional<FileLock> lock = tryLock(channel);
      if (lock.isEmpty()) {
        channel.close();
        return Optional.empty();
      }
      String holder = Long.toString(ProcessHandle.current().pid());
      channel.truncate(0).write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.US_ASCII)), 0);
      return Optional.of(() -> close(channel));
    } catch (IOException e) {
      throw unavailable(e);
    }
  }

  /** Who has the lock, for people. */
  String holder(String name) {
    try {
      return "process " + Files.readString(file(name), StandardCharsets.US_ASCII);
    } catch (IOException unreadable) {
      return "another process";
    }
  }

  /** A lock of this very JVM, taken through another class loader, is no less taken. */
  private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
    try {
      return Optional.ofNullable(channel.tryLock());
    } catch (OverlappingFileLockException held) {
      return Optional.empty();
    }
  }

  private void close(FileChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      throw unavailable(e);
    }
  }

  private Path file(String name) {
    return folder.resolve(Sha256.of(name).substring(0, 32));
  }

  private CacheException unavailable(IOException cause) {
    return DuckDbErrors.exception(cause, folder);
  }
}
