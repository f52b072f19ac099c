package org.airbytejdbc.connector.net;

import java.io.IOException;

/** A response is larger, or grows larger by decompression, than is allowed. */
public final class BodyTooLarge extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * @param bytes that are allowed
   */
  public BodyTooLarge(long bytes) {
    super("The response is larger than " + bytes + " bytes");
  }
}
