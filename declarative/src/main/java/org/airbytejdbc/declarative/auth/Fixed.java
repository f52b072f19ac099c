package org.airbytejdbc.declarative.auth;

import java.util.function.Supplier;
import org.airbytejdbc.declarative.http.Requester.Injected;

/** Credentials that the config holds, or that are computed of it for each request. */
record Fixed(Supplier<Injected> source) implements Authenticator {
  @Override
  public Injected credentials() {
    return source.get();
  }
}
