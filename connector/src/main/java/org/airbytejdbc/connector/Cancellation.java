package org.airbytejdbc.connector;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Says that work should stop, and why, to whoever is doing it now.
 *
 * <p>Thread-safe. The first cause counts. Work that blocks registers what ends the wait with {@link
 * #onCancel}; work that loops asks {@link #throwIfCancelled()}.
 */
public final class Cancellation {
  /** Why work should stop. */
  public enum Cause {
    CANCELLED,
    TIMED_OUT
  }

  /** Takes an action back. Idempotent. */
  public interface Registration extends AutoCloseable {
    @Override
    void close();
  }

  private final Set<Action> actions = new LinkedHashSet<>();
  private Optional<Cause> cause = Optional.empty();

  /** One that nobody else can reach, so that the work is never stopped. */
  public static Cancellation none() {
    return new Cancellation();
  }

  /** Stops the work: runs the registered actions on this thread. Later calls do nothing. */
  public void cancel(Cause why) {
    List<Action> toRun;
    synchronized (this) {
      if (cause.isPresent()) {
        return;
      }
      cause = Optional.of(requireNonNull(why, "why"));
      toRun = new ArrayList<>(actions);
      actions.clear();
    }
    toRun.forEach(action -> action.run.run());
  }

  /** Why the work should stop; empty while it may go on. */
  public synchronized Optional<Cause> cause() {
    return cause;
  }

  /** Throws a {@link ConnectorException} of the matching kind once cancelled. */
  public void throwIfCancelled() {
    cause()
        .ifPresent(
            why -> {
              throw ConnectorException.stopped(why);
            });
  }

  /**
   * Has the action run when the work is cancelled, at once if it already is. The action must be
   * quick, must not throw, and may run on any thread.
   */
  public Registration onCancel(Runnable action) {
    Action registered = new Action(requireNonNull(action, "action"));
    synchronized (this) {
      if (cause.isEmpty()) {
        actions.add(registered);
        return () -> remove(registered);
      }
    }
    action.run();
    return () -> {};
  }

  private synchronized void remove(Action action) {
    actions.remove(action);
  }

  /** Told apart by identity, so that one runnable can be registered twice. */
  private static final class Action {
    private final Runnable run;

    Action(Runnable run) {
      this.run = run;
    }
  }
}
