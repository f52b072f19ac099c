package org.airbytejdbc.declarative.auth;

import org.airbytejdbc.declarative.http.Requester.Injected;

/** What makes a request one of the user's. Thread-safe. */
public interface Authenticator {
  /**
   * What it adds to the next request; may send requests of its own for that, and wait for another
   * thread that does. Throws a config error where the config lacks the credentials, or the API
   * refuses them.
   */
  Injected credentials();

  /**
   * Gets new credentials, as the API refused those of a request.
   *
   * @param refused what {@link #credentials} had said for that request
   * @return whether the next request has others; false where there is no way to get them
   */
  default boolean renew(Injected refused) {
    return false;
  }
}
