package org.airbytejdbc.cache;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The cache could not do what it was asked for; nothing committed before is lost. */
public final class CacheException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What went wrong, for the caller to act on. */
  public enum Kind {
    /** The file or folder cannot be read or written. */
    UNAVAILABLE,
    /** Another process holds the file or the stream for longer than {@code lockTimeout}. */
    LOCKED,
    /** The disk or the memory limit is full. */
    OUT_OF_SPACE,
    /** A record is no JSON, or cannot be stored in any way. */
    BAD_RECORD,
    /** A stream that the source no longer has. */
    STREAM_GONE,
    /** {@code refresh=never} and the stream was never read. */
    NEVER_READ,
    /** The wish contradicts what the stream can do, such as a merge without a key. */
    UNSUPPORTED,
    /** The engine refused a statement of ours. */
    ENGINE
  }

  private final Kind kind;
  private final String guidance;

  /**
   * @param message what happened, with the stream's or file's name
   * @param guidance what to do about it; may be empty
   */
  public CacheException(Kind kind, String message, String guidance, @Nullable Throwable cause) {
    super(requireNonNull(message, "message"), cause);
    this.kind = requireNonNull(kind, "kind");
    this.guidance = requireNonNull(guidance, "guidance");
  }

  public CacheException(Kind kind, String message, String guidance) {
    this(kind, message, guidance, null);
  }

  public Kind kind() {
    return kind;
  }

  /** What to do about it. */
  public Optional<String> guidance() {
    return guidance.isEmpty() ? Optional.empty() : Optional.of(guidance);
  }
}
