package org.airbytejdbc.declarative.http;

import org.airbytejdbc.declarative.Runtime;
import org.airbytejdbc.declarative.manifest.Component;

/** Reads the requester of a manifest. */
public final class Requesters {
  private Requesters() {}

  public static Requester read(Component requester, Runtime runtime) {
    return switch (requester.type()) {
      case "HttpRequester" -> PlainRequester.read(requester, runtime);
      default -> throw requester.unknown();
    };
  }
}
