package org.airbytejdbc.connector.launch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.stream.Stream;
import org.airbytejdbc.connector.ConnectorException;

/**
 * The files of one run, which only this user can read: 0600 in a new 0700 folder. Closing removes
 * them; those of a JVM that died are removed by {@link AbandonedRuns}, which it knows by their
 * lock.
 */
final class PrivateFiles implements AutoCloseable {
  static final String PREFIX = "airbyte-jdbc-";
  static final String LOCK = "lock";

  private final Path folder;
  private final FileChannel lock;

  PrivateFiles(Path parent) {
    try {
      String prefix = PREFIX + ProcessHandle.current().pid() + "-";
      this.folder = Files.createTempDirectory(parent, prefix, only("rwx------"));
      this.lock = lock(folder);
    } catch (IOException e) {
      throw unwritable(parent, e);
    }
  }

  /** Where the system keeps what is not to last. */
  static Path temporary() {
    return Path.of(System.getProperty("java.io.tmpdir"));
  }

  Path folder() {
    return folder;
  }

  /** Where the document of that name is, or is to be. */
  Path path(String name) {
    return folder.resolve(Invocation.fileName(name));
  }

  /** Writes a new file of the folder. */
  void write(Path file, String content) {
    Set<StandardOpenOption> options =
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (SeekableByteChannel channel = Files.newByteChannel(file, options, only("rw-------"))) {
      ByteBuffer bytes = StandardCharsets.UTF_8.encode(content);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  /** Removes the files and the folder, as far as the system lets us. Idempotent. */
  @Override
  public void close() {
    remove(folder);
    try {
      lock.close();
    } catch (IOException e) {
      // it goes with the process at the latest
    }
  }

  static void remove(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.deleteIfExists(file);
      }
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      // gone already, or to be tried again when the next run looks for what was abandoned
    }
  }

  /** A lock that shows itself only once it is held. */
  private static FileChannel lock(Path folder) throws IOException {
    Path part = folder.resolve("part");
    try {
      FileChannel channel =
          FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      channel.lock();
      Files.move(part, folder.resolve(LOCK));
      return channel;
    } catch (IOException e) {
      remove(folder);
      throw e;
    }
  }

  private static FileAttribute<?>[] only(String permissions) {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  private static ConnectorException unwritable(Path where, IOException cause) {
    return new ConnectorException(
        ConnectorException.Kind.LAUNCH_FAILED,
        "The connector's files cannot be written in " + where,
        "Make room there, or choose another folder with -Djava.io.tmpdir",
        cause);
  }
}
