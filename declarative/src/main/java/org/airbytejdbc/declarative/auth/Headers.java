package org.airbytejdbc.declarative.auth;

import java.util.Map;
import org.airbytejdbc.declarative.http.Requester.Injected;

/** Credentials that go into a header. */
final class Headers {
  private Headers() {}

  static Injected authorization(String value) {
    return of("Authorization", value);
  }

  static Injected of(String name, String value) {
    return new Injected(Map.of(), Map.of(name, value), Map.of(), Map.of(), "");
  }
}
