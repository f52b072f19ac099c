package org.airbytejdbc.declarative.decode;

import org.airbytejdbc.declarative.DeclarativeException;
import org.airbytejdbc.declarative.DeclarativeException.Failure;

/** The errors of bodies that are not what the manifest says. */
final class UnreadableBody {
  private UnreadableBody() {}

  /** Tells nothing of the body: it may hold what nobody else should read. */
  static DeclarativeException of(String what, Exception cause) {
    return new DeclarativeException(
        Failure.SYSTEM_ERROR, "The response is no " + what + ", as the manifest says it is", cause);
  }
}
