package org.airbytejdbc.connector;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Folders that stay, and that only this user may enter: 0700 where the system has such rights. */
public final class PrivateFolder {
  private PrivateFolder() {}

  /** Makes it and what is missing above it; one that is there stays as it is. */
  public static Path create(Path folder) throws IOException {
    boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] attributes =
        posix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
            }
            : new FileAttribute<?>[0];
    return Files.createDirectories(folder, attributes);
  }

  /**
   * Puts a file into such a folder, which is made if need be, at once for all readers; 0600. A
   * failure leaves what was there.
   */
  public static void put(Path file, byte[] content) throws IOException {
    Path part = Files.createTempFile(create(requireNonNull(file.getParent())), "new", ".part");
    try {
      Files.write(part, content);
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
