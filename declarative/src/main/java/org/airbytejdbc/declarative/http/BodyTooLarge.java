package org.airbytejdbc.declarative.http;

import java.io.IOException;

/** A response is larger, or grows larger by decompression, than is allowed. */
final class BodyTooLarge extends IOException {
  private static final long serialVersionUID = 1L;

  BodyTooLarge(long bytes) {
    super("The response is larger than " + bytes + " bytes");
  }
}
