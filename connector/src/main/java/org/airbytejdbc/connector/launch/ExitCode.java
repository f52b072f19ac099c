package org.airbytejdbc.connector.launch;

import java.util.Map;

/**
 * How a connector ended; its text names the signal that did it.
 *
 * @param outOfMemory whether it is known to have been killed because it met its limit of memory
 */
public record ExitCode(int value, boolean outOfMemory) {
  private static final int SIGNAL_BASE = 128;
  private static final int SIGKILL = 9;
  private static final Map<Integer, String> SIGNALS =
      Map.of(
          1, "SIGHUP", 2, "SIGINT", 3, "SIGQUIT", 4, "SIGILL", 6, "SIGABRT", 7, "SIGBUS", SIGKILL,
          "SIGKILL", 11, "SIGSEGV", 13, "SIGPIPE", 15, "SIGTERM");

  public ExitCode(int value) {
    this(value, false);
  }

  boolean isGood() {
    return value == 0;
  }

  boolean wasKilled() {
    return outOfMemory || value == SIGNAL_BASE + SIGKILL;
  }

  @Override
  public String toString() {
    if (outOfMemory) {
      return "killed, out of memory";
    }
    String signal = SIGNALS.get(value - SIGNAL_BASE);
    return signal == null ? "exit code " + value : "killed by " + signal;
  }
}
