package org.airbytejdbc.calcite.statement;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A statement that cannot be run as it is written. */
public final class StatementException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What is wrong with it. */
  public enum Kind {
    SYNTAX,
    UNKNOWN_TABLE,
    UNKNOWN_SCHEMA,
    /** Streams are read-only, or the kind of statement is not known here. */
    UNSUPPORTED
  }

  private final Kind kind;
  private final String guidance;

  /**
   * @param message what is wrong, with the name or place in the text
   * @param guidance what to do about it; may be empty
   */
  public StatementException(Kind kind, String message, String guidance, @Nullable Throwable cause) {
    super(requireNonNull(message, "message"), cause);
    this.kind = requireNonNull(kind, "kind");
    this.guidance = requireNonNull(guidance, "guidance");
  }

  public StatementException(Kind kind, String message, String guidance) {
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
