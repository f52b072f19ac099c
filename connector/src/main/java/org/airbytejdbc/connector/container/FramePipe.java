package org.airbytejdbc.connector.container;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Optional;

/**
 * The bytes of frames as one stream. The engine's frames are cut anywhere, within lines and
 * characters. Whoever writes waits while much is unread, so that the connector waits too.
 */
final class FramePipe extends InputStream {
  private static final int CAPACITY = 256 << 10;

  private final byte[] ring = new byte[CAPACITY];
  private int start;
  private int length;
  private boolean ended;
  private boolean abandoned;
  private Optional<Throwable> failure = Optional.empty();

  /** Adds bytes, once there is room for them; drops them when nobody will read them. */
  synchronized void write(byte[] bytes) throws InterruptedException {
    int written = 0;
    while (written < bytes.length && !abandoned) {
      if (length == CAPACITY) {
        wait();
        continue;
      }
      int at = (start + length) % CAPACITY;
      int chunk = Math.min(bytes.length - written, Math.min(CAPACITY - length, CAPACITY - at));
      System.arraycopy(bytes, written, ring, at, chunk);
      written += chunk;
      length += chunk;
      notifyAll();
    }
  }

  /** Says that no more bytes will come. */
  synchronized void end() {
    ended = true;
    notifyAll();
  }

  /** Says that no more bytes will come, though there were more. */
  synchronized void fail(Throwable cause) {
    if (!ended) {
      failure = Optional.of(cause);
      end();
    }
  }

  /** Says that nobody will read any more. Whoever waits goes on. */
  synchronized void abandon() {
    abandoned = true;
    notifyAll();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public synchronized int read(byte[] bytes, int offset, int count) throws IOException {
    while (length == 0 && !ended && !abandoned) {
      try {
        wait();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException();
      }
    }
    if (abandoned) {
      throw new IOException("The output is no longer read");
    }
    if (length == 0) {
      if (failure.isPresent()) {
        throw new IOException("The engine stopped to send", failure.get());
      }
      return -1;
    }
    int chunk = Math.min(count, Math.min(length, CAPACITY - start));
    System.arraycopy(ring, start, bytes, offset, chunk);
    start = (start + chunk) % CAPACITY;
    length -= chunk;
    notifyAll();
    return chunk;
  }
}
