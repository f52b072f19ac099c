package org.airbytejdbc.declarative;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/** A manifest could not be understood, or its API did not answer as it says. Holds no secret. */
public final class DeclarativeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Who can help: the three failure types of the Airbyte protocol. */
  public enum Failure {
    /** The manifest's author, or the API's. */
    SYSTEM_ERROR,
    /** The user: the config, the credentials or their rights. */
    CONFIG_ERROR,
    /** Time: the same may go well later. */
    TRANSIENT_ERROR
  }

  private final Failure failure;

  public DeclarativeException(Failure failure, String message, @Nullable Throwable cause) {
    super(requireNonNull(message, "message"), cause);
    this.failure = requireNonNull(failure, "failure");
  }

  public DeclarativeException(Failure failure, String message) {
    this(failure, message, null);
  }

  /** Of a manifest that says at this place what cannot be understood. */
  public static DeclarativeException inManifest(String path, String problem) {
    return new DeclarativeException(Failure.SYSTEM_ERROR, path + ": " + problem);
  }

  public Failure failure() {
    return failure;
  }
}
