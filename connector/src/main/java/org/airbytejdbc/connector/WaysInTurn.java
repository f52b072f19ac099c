package org.airbytejdbc.connector;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.airbytejdbc.connector.ConnectorException.Kind;
import org.airbytejdbc.connector.launch.Invocation;
import org.airbytejdbc.connector.launch.Launcher;
import org.airbytejdbc.connector.launch.RunningProgram;

/**
 * Several ways to run a connector: the first that is there is taken, and kept to. When there is
 * none, the error tells of each why not. Thread-safe.
 */
final class WaysInTurn implements Launcher {
  /** What says that a way is not there, rather than that the connector failed on it. */
  private static final Set<Kind> NOT_THERE =
      EnumSet.of(Kind.NO_PYTHON, Kind.INSTALL_FAILED, Kind.NO_ENGINE, Kind.IMAGE_UNAVAILABLE);

  private final List<Launcher> ways;
  private volatile Optional<Launcher> taken = Optional.empty();

  /**
   * @param ways at least one, the most wanted first
   */
  WaysInTurn(List<Launcher> ways) {
    this.ways = List.copyOf(ways);
  }

  @Override
  public String version() {
    return likely().version();
  }

  @Override
  public boolean installed() {
    return likely().installed();
  }

  @Override
  public RunningProgram start(Invocation invocation, RunOptions options) {
    if (taken.isPresent()) {
      return taken.get().start(invocation, options);
    }
    Optional<ConnectorException> failure = Optional.empty();
    for (Launcher way : ways) {
      try {
        RunningProgram started = way.start(invocation, options);
        taken = Optional.of(way);
        return started;
      } catch (ConnectorException e) {
        if (!NOT_THERE.contains(e.kind())) {
          throw e;
        }
        failure = Optional.of(failure.map(first -> joined(first, e)).orElse(e));
      }
    }
    throw failure.orElseThrow();
  }

  private Launcher likely() {
    return taken
        .or(() -> ways.stream().filter(Launcher::installed).findFirst())
        .orElse(ways.get(0));
  }

  /** The first failure is that of the way most wanted. */
  private static ConnectorException joined(ConnectorException first, ConnectorException next) {
    ConnectorException both =
        new ConnectorException(
            first.kind(),
            first.getMessage() + "\nNor does it run in another way: " + next.getMessage(),
            first.guidance().orElse("") + next.guidance().map(text -> "; or: " + text).orElse(""),
            first);
    both.addSuppressed(next);
    return both;
  }
}
