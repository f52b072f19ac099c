package org.airbytejdbc.declarative.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.airbytejdbc.connector.net.BodyTooLarge;

/** A stream that fails where it gives more bytes than allowed; closes what it reads from. */
public final class BoundedStream extends FilterInputStream {
  private final long bytes;
  private long left;

  public BoundedStream(InputStream from, long bytes) {
    super(from);
    this.bytes = bytes;
    this.left = bytes;
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    if (read >= 0) {
      took(1);
    }
    return read;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int read = super.read(target, offset, length);
    if (read > 0) {
      took(read);
    }
    return read;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void took(int read) throws IOException {
    left -= read;
    if (left < 0) {
      throw new BodyTooLarge(bytes);
    }
  }
}
