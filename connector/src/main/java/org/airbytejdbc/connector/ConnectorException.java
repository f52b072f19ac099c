package org.airbytejdbc.connector;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A connector could not be found, prepared, run or understood. Holds no secret. */
public final class ConnectorException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What went wrong, for the caller to act on. */
  public enum Kind {
    /** No executable, package or other way to run a connector of that name. */
    UNKNOWN_CONNECTOR,
    /** The registry of connectors could not be fetched, and was never before. */
    REGISTRY_UNREACHABLE,
    /** No Python that the package can run on. */
    NO_PYTHON,
    /** The package could not be installed. */
    INSTALL_FAILED,
    /** No container engine answers. */
    NO_ENGINE,
    /** The container image is not there and could not be pulled. */
    IMAGE_UNAVAILABLE,
    /** It is not what the lock file says, or that file cannot be used. */
    LOCK_FILE,
    /** The process or container could not be started. */
    LAUNCH_FAILED,
    /** The config is missing, unreadable or against the connector's spec. */
    INVALID_CONFIG,
    /** A named secret was not found. */
    MISSING_SECRET,
    /** The connector said that the config does not work. */
    CHECK_FAILED,
    /** The connector reported an error, ended badly or left a stream incomplete. */
    CONNECTOR_FAILED,
    /** The connector wrote what the protocol does not allow. */
    PROTOCOL_VIOLATION,
    /** The connector was silent for longer than allowed. */
    IDLE_TIMEOUT,
    /** The connector cannot do this. */
    UNSUPPORTED,
    CANCELLED,
    TIMED_OUT
  }

  private final Kind kind;
  private final String guidance;

  /**
   * @param message what happened, with the connector's name
   * @param guidance what to do about it; may be empty
   */
  public ConnectorException(Kind kind, String message, String guidance, @Nullable Throwable cause) {
    super(requireNonNull(message, "message"), cause);
    this.kind = requireNonNull(kind, "kind");
    this.guidance = requireNonNull(guidance, "guidance");
  }

  public ConnectorException(Kind kind, String message, String guidance) {
    this(kind, message, guidance, null);
  }

  /** The error of work that was told to stop. */
  public static ConnectorException stopped(Cancellation.Cause why) {
    return switch (why) {
      case CANCELLED -> new ConnectorException(Kind.CANCELLED, "The statement was cancelled", "");
      case TIMED_OUT ->
          new ConnectorException(
              Kind.TIMED_OUT,
              "The statement ran longer than its query timeout",
              "Set a longer timeout; what was synced so far is kept");
    };
  }

  public Kind kind() {
    return kind;
  }

  /** What to do about it. */
  public Optional<String> guidance() {
    return guidance.isEmpty() ? Optional.empty() : Optional.of(guidance);
  }
}
