package org.airbytejdbc.connector.launch;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** Tells how long a reader has been waiting; a stream that nobody reads from is not silent. */
final class SilenceMeter extends FilterInputStream {
  private volatile long waitingSince;
  private volatile boolean waiting;

  SilenceMeter(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    begin();
    try {
      return super.read(bytes, offset, length);
    } finally {
      waiting = false;
    }
  }

  /** Counts another wait for the same connector as silence too. */
  void during(Watch.Wait wait) throws InterruptedException {
    begin();
    try {
      wait.run();
    } finally {
      waiting = false;
    }
  }

  /** How long the reader has been waiting by now. Any thread. */
  Duration silence() {
    long since = waitingSince;
    return waiting ? Duration.ofNanos(System.nanoTime() - since) : Duration.ZERO;
  }

  private void begin() {
    waitingSince = System.nanoTime();
    waiting = true;
  }
}
