package org.airbytejdbc.declarative.failure;

import static java.util.Objects.requireNonNull;

import org.airbytejdbc.declarative.DeclarativeException.Failure;

/**
 * What a response means.
 *
 * @param failure who can help, if it is one
 * @param message for the user; empty where the manifest and the API say nothing
 */
public record Resolution(Action action, Failure failure, String message) {
  public static final Resolution SUCCESS = new Resolution(Action.SUCCESS, Failure.SYSTEM_ERROR, "");

  public Resolution {
    requireNonNull(action, "action");
    requireNonNull(failure, "failure");
    requireNonNull(message, "message");
  }
}
