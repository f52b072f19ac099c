package org.airbytejdbc.connector.protocol;

/** A message of a known type lacks what the protocol requires; says what, after "the message". */
final class MalformedMessage extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MalformedMessage(String what) {
    super(what);
  }
}
