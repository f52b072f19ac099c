package org.airbytejdbc.connector.launch;

import java.io.InputStream;
import java.util.Optional;

/**
 * A connector that was started, wherever it runs, owned by whoever started it.
 *
 * <p>One thread pulls its output, and the connector waits while nobody pulls. It ends itself when
 * its run is cancelled, or silent for too long.
 */
public interface RunningProgram extends AutoCloseable {
  /** What it writes. Reading from it counts as waiting for the connector. */
  InputStream stdout();

  /** The end of its stderr so far. */
  String stderr();

  /** Waits for the exit code once the output is over, no longer than silence may last. */
  ExitCode awaitExit();

  /** Why it was ended from outside, if it was. */
  Optional<Ending> ending();

  /**
   * Ends it with all that it started, waits for that, and removes its files. Idempotent, any
   * thread.
   */
  @Override
  void close();
}
