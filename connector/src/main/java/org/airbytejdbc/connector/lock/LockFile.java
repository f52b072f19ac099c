package org.airbytejdbc.connector.lock;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.airbytejdbc.connector.ConnectorException;
import org.airbytejdbc.connector.ConnectorException.Kind;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The locks of several sources, for a file that is kept beside what it locks.
 *
 * @param version of the file's form
 * @param sources by the source's name
 */
public record LockFile(int version, SortedMap<String, ConnectorLock> sources) {
  private static final int VERSION = 1;
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  public LockFile {
    sources = Collections.unmodifiableSortedMap(new TreeMap<>(requireNonNull(sources, "sources")));
  }

  public static LockFile of(Map<String, ConnectorLock> sources) {
    return new LockFile(VERSION, new TreeMap<>(sources));
  }

  /** The locks of a file; none if it is not there. A file that is no lock file is refused. */
  public static LockFile read(Path file) {
    if (!Files.exists(file)) {
      return of(Map.of());
    }
    try {
      LockFile read = JSON.readValue(file.toFile(), LockFile.class);
      if (read.version == VERSION) {
        return read;
      }
      throw unreadable(file, "it is of version " + read.version);
    } catch (JacksonException e) {
      throw unreadable(file, "it is damaged" + place(e));
    }
  }

  private static String place(JacksonException e) {
    TokenStreamLocation at = e.getLocation();
    return at == null ? "" : ", at line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
  }

  /** The same with other locks for some sources. */
  public LockFile with(Map<String, ConnectorLock> others) {
    Map<String, ConnectorLock> all = new TreeMap<>(sources);
    all.putAll(others);
    return of(all);
  }

  /** The lock of a source; empty for one that is not locked. */
  public Optional<ConnectorLock> source(String name) {
    return Optional.ofNullable(sources.get(name));
  }

  /** Replaces the file at once for all readers. */
  public void write(Path file) {
    Path part = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".part");
    try {
      try {
        Files.writeString(part, JSON.writeValueAsString(this) + "\n");
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw new ConnectorException(
          Kind.LOCK_FILE,
          "The lock file " + file + " cannot be written: " + e.getMessage(),
          "Check the folder's permissions, or name another file by lock=",
          e);
    }
  }

  private static ConnectorException unreadable(Path file, String why) {
    return new ConnectorException(
        Kind.LOCK_FILE,
        "The lock file " + file + " cannot be read: " + why,
        "Restore it, or remove it and CALL airbyte.lock() again");
  }
}
