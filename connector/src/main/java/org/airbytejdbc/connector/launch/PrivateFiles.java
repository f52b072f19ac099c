package org.airbytejdbc.connector.launch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.airbytejdbc.connector.ConnectorException;

/**
 * The files of one run, which only this user can read: 0600 in a new 0700 folder. Closing removes
 * them.
 */
final class PrivateFiles implements AutoCloseable {
  private final Path folder;
  private final List<Path> files = new ArrayList<>();

  PrivateFiles() {
    try {
      this.folder = Files.createTempDirectory("airbyte-jdbc-", only("rwx------"));
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  Path folder() {
    return folder;
  }

  /** Where the JSON file of that name is, or is to be. */
  Path path(String name) {
    return folder.resolve(name + ".json");
  }

  /** Writes a new file of the folder; removes all there is if that fails. */
  void write(Path file, String content) {
    files.add(file);
    EnumSet<StandardOpenOption> options =
        EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (SeekableByteChannel channel = Files.newByteChannel(file, options, only("rw-------"))) {
      ByteBuffer bytes = StandardCharsets.UTF_8.encode(content);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    } catch (IOException e) {
      close();
      throw unwritable(e);
    }
  }

  /** Removes files and folder, as far as the system lets us. Idempotent. */
  @Override
  public void close() {
    files.forEach(PrivateFiles::delete);
    delete(folder);
  }

  private static void delete(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      path.toFile().deleteOnExit();
    }
  }

  private static FileAttribute<?>[] only(String permissions) {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  private static ConnectorException unwritable(IOException cause) {
    return new ConnectorException(
        ConnectorException.Kind.LAUNCH_FAILED,
        "The connector's files cannot be written below " + System.getProperty("java.io.tmpdir"),
        "Make room there, or choose another folder with -Djava.io.tmpdir",
        cause);
  }
}
