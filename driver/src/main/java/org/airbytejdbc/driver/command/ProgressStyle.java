package org.airbytejdbc.driver.command;

import java.io.PrintStream;
import java.util.Locale;

/** How progress is shown. */
enum ProgressStyle {
  /** A bar on a terminal, lines elsewhere. */
  AUTO,
  BAR,
  LINES,
  NONE;

  /** Closed by the caller; told nothing more afterwards. */
  ProgressDisplay display(PrintStream err, boolean verbose) {
    return switch (this) {
      case AUTO -> (System.console() == null ? LINES : BAR).display(err, verbose);
      case BAR -> new ProgressBarDisplay(err, verbose);
      case LINES -> new ProgressLines(err, verbose);
      case NONE -> new NoProgress();
    };
  }

  /** As it is written on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
