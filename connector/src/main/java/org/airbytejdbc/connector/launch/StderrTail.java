package org.airbytejdbc.connector.launch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Keeps the end of what a connector writes to stderr. Thread-safe. */
public final class StderrTail {
  private static final int KEPT = 8 << 10;

  private final byte[] ring = new byte[KEPT];
  private long count;

  /** Reads until the end, so that the connector never waits for us. */
  public void drain(InputStream stderr) {
    byte[] chunk = new byte[KEPT];
    try {
      for (int n = stderr.read(chunk); n >= 0; n = stderr.read(chunk)) {
        add(chunk, n);
      }
    } catch (IOException closed) {
      // the process is gone, and what it said is kept
    }
  }

  /** Takes in the next bytes. */
  public synchronized void add(byte[] chunk, int length) {
    for (int i = 0; i < length; i++) {
      ring[(int) (count++ % KEPT)] = chunk[i];
    }
  }

  /** The last lines so far; a line whose beginning is lost is left out. */
  public synchronized String text() {
    if (count <= KEPT) {
      return new String(ring, 0, (int) count, UTF_8).strip();
    }
    int start = (int) (count % KEPT);
    byte[] bytes = Arrays.copyOfRange(ring, start, start + KEPT);
    System.arraycopy(ring, 0, bytes, KEPT - start, start);
    String text = new String(bytes, UTF_8);
    return text.substring(text.indexOf('\n') + 1).strip();
  }
}
