package org.airbytejdbc.cache.duckdb;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.airbytejdbc.cache.CacheException;
import org.airbytejdbc.cache.CacheException.Kind;
import org.airbytejdbc.cache.CacheLocation;

/**
 * Errors of the engine and of the disk in the cache's words. DuckDB gives no SQLState, so its
 * messages are what tells them apart.
 */
public final class DuckDbErrors {
  private static final Pattern HOLDER = Pattern.compile("\\(PID (\\d+)\\)");
  private static final Pattern FULL =
      Pattern.compile(
          "No space left on device|Disk quota exceeded|File too large|not enough space"
              + "|Out of Memory Error|max_temp_directory_size",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern DAMAGED =
      Pattern.compile("(IO|Serialization|Data Corruption) Error");
  private static final Pattern FORBIDDEN =
      Pattern.compile("Permission denied|Read-only file system|Operation not permitted");

  private DuckDbErrors() {}

  /** What an error of the engine means for the cache at this location. */
  public static CacheException exception(SQLException error, CacheLocation location) {
    String said = message(error);
    if (isLocked(error)) {
      return locked(error, location);
    } else if (FULL.matcher(said).find()) {
      return failed(
          Kind.OUT_OF_SPACE,
          "No space is left for " + location,
          "Free disk space or memory, or put the cache elsewhere with the property cache.",
          error);
    } else if (FORBIDDEN.matcher(said).find()) {
      return failed(
          Kind.UNAVAILABLE,
          location + " cannot be read and written",
          "Give this user write access to the file and its folder, or put the cache elsewhere with"
              + " the property cache.",
          error);
    } else if (said.contains("not a valid DuckDB database file")) {
      return failed(
          Kind.UNAVAILABLE,
          location + " is not a DuckDB database",
          "Name a DuckDB file, or one that does not exist yet; this one was left as it is.",
          error);
    } else if (DAMAGED.matcher(said).lookingAt()) {
      return failed(
          Kind.UNAVAILABLE,
          location + " cannot be used: " + said,
          "If the file is damaged remove it, and the streams are read again; or name another with the"
              + " property cache.",
          error);
    }
    return failed(Kind.ENGINE, location + ": " + said, "", error);
  }

  /** What an error of the disk means for a file or folder of ours. */
  public static CacheException exception(IOException error, Path path) {
    String said = Objects.requireNonNullElse(error.getMessage(), "");
    if (FULL.matcher(said).find()) {
      return failed(
          Kind.OUT_OF_SPACE,
          "No space is left for " + path,
          "Free disk space, or put the cache elsewhere with the property cache.",
          error);
    }
    boolean forbidden = error instanceof AccessDeniedException || FORBIDDEN.matcher(said).find();
    return failed(
        Kind.UNAVAILABLE,
        path + " cannot be written: " + (forbidden ? "access is denied" : reason(error)),
        "Give this user write access to the folder, or put the cache elsewhere with the property"
            + " cache.",
        error);
  }

  private static String reason(IOException error) {
    if (error instanceof FileAlreadyExistsException file) {
      return file.getFile() + " is no folder";
    }
    return error instanceof NoSuchFileException folder
        ? folder.getFile() + " cannot be made"
        : error.toString();
  }

  /** Whether another process holds the file. */
  static boolean isLocked(SQLException error) {
    return message(error).contains("Could not set lock on file");
  }

  /** Whether the open database is of no more use and must be opened again. */
  static boolean isFatal(SQLException error) {
    String said = message(error);
    return said.startsWith("FATAL Error") || said.contains("database has been invalidated");
  }

  /** Whether values were what the engine did not like, rather than the disk or the statement. */
  public static boolean isAboutValues(SQLException error) {
    String said = message(error);
    return said.startsWith("Invalid Input Error")
        || said.startsWith("Conversion Error")
        || said.startsWith("Out of Range Error");
  }

  private static CacheException locked(SQLException error, CacheLocation location) {
    OptionalLong holder = holder(error);
    String who = holder.isPresent() ? "process " + holder.getAsLong() : "another process";
    return failed(
        Kind.LOCKED,
        location + " is held by " + who,
        "Wait until it is done, end it, or allow a longer wait with the property lockTimeout.",
        error);
  }

  private static OptionalLong holder(SQLException error) {
    Matcher matcher = HOLDER.matcher(message(error));
    return matcher.find()
        ? OptionalLong.of(Long.parseLong(matcher.group(1)))
        : OptionalLong.empty();
  }

  private static String message(SQLException error) {
    return Objects.requireNonNullElse(error.getMessage(), "");
  }

  private static CacheException failed(
      Kind kind, String message, String guidance, Exception cause) {
    return new CacheException(kind, message, guidance, cause);
  }
}
