package org.airbytejdbc.cache.duckdb;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.stream.Stream;
import org.airbytejdbc.cache.CacheLocation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder for files that nobody needs once their process is gone: 0700, in {@code <cache
 * file>.tmp} or, for a cache in memory, among the system's temporary files. A lock on a file beside
 * it tells the folder of a living process from one that a dead process left; those are removed by
 * the next who opens one.
 */
public final class ScratchFolder implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ScratchFolder.class);
  private static final String PREFIX = "airbyte-";
  private static final String LOCK = ".lock";

  private final Path folder;
  private final Path lockFile;
  private final FileChannel lock;

  private ScratchFolder(Path folder, Path lockFile, FileChannel lock) {
    this.folder = folder;
    this.lockFile = lockFile;
    this.lock = lock;
  }

  /** A new folder, empty; closed by the caller. Removes what dead processes left. */
  public static ScratchFolder open(CacheLocation location) {
    Path parent = parent(location);
    try {
      PrivateFiles.createFolders(parent);
      removeAbandoned(parent);
      return create(parent);
    } catch (IOException e) {
      throw DuckDbErrors.exception(e, parent);
    }
  }

  public Path path() {
    return folder;
  }

  /** Removes the folder with all that is in it. Idempotent. */
  @Override
  public void close() {
    try {
      remove(folder);
      Files.deleteIfExists(lockFile);
      lock.close();
      removeIfEmpty(parent(folder));
    } catch (IOException e) {
      LOG.warn("{} was left behind: {}", folder, e.toString());
    }
  }

  private static Path parent(CacheLocation location) {
    if (location instanceof CacheLocation.DuckDbFile file) {
      return file.path().resolveSibling(file.path().getFileName() + ".tmp");
    }
    return Path.of(System.getProperty("java.io.tmpdir"));
  }

  private static Path parent(Path folder) {
    Path parent = folder.getParent();
    return parent == null ? folder : parent;
  }

  private static ScratchFolder create(Path parent) throws IOException {
    Path folder = parent.resolve(ownPrefix() + UUID.randomUUID());
    Path lockFile = parent.resolve(folder.getFileName() + LOCK);
    for (int attempt = 1; ; attempt++) {
      try {
        PrivateFiles.createFolders(parent);
        PrivateFiles.createFile(lockFile);
        FileChannel lock = FileChannel.open(lockFile, StandardOpenOption.WRITE);
        lock.lock();
        PrivateFiles.createFolders(folder);
        return new ScratchFolder(folder, lockFile, lock);
      } catch (NoSuchFileException e) {
        // Another process found the parent empty and removed it in between.
        if (attempt == 10) {
          throw e;
        }
      }
    }
  }

  private static String ownPrefix() {
    return PREFIX + ProcessHandle.current().pid() + "-";
  }

  private static void removeAbandoned(Path parent) throws IOException {
    try (DirectoryStream<Path> locks = Files.newDirectoryStream(parent, PREFIX + "*" + LOCK)) {
      for (Path lockFile : locks) {
        String name = lockFile.getFileName().toString();
        // Opening and closing a lock file of this very process would release its lock.
        if (!name.startsWith(ownPrefix())) {
          removeIfAbandoned(lockFile, parent.resolve(name.replace(LOCK, "")));
        }
      }
    } catch (NoSuchFileException e) {
      // Another process found the parent empty and removed it: nothing is left in it.
    }
  }

  private static void removeIfAbandoned(Path lockFile, Path folder) {
    try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      if (lock != null) {
        remove(folder);
        Files.deleteIfExists(lockFile);
      }
    } catch (IOException e) {
      LOG.debug("{} is not ours to remove: {}", folder, e.toString());
    }
  }

  private static void remove(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> entries = Files.list(folder)) {
      for (Path entry : (Iterable<Path>) entries::iterator) {
        if (Files.isDirectory(entry)) {
          remove(entry);
        }
        Files.deleteIfExists(entry);
      }
    }
    Files.deleteIfExists(folder);
  }

  private static void removeIfEmpty(Path folder) throws IOException {
    if (folder.getFileName().toString().endsWith(".tmp")) {
      try {
        Files.deleteIfExists(folder);
      } catch (DirectoryNotEmptyException e) {
        // Others still use it.
      }
    }
  }
}
