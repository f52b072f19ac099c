package org.airbytejdbc.connector.launch;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.airbytejdbc.connector.Cancellation;
import org.airbytejdbc.connector.ConnectorException;
import org.airbytejdbc.connector.RunOptions;

/**
 * A running connector, owned by whoever started it.
 *
 * <p>Its output is pulled by one thread. A second, its own, drains stderr. A third watches over it:
 * ends it when it is silent for too long, kills it when it does not go after having been asked to,
 * and kills what it leaves behind. Closing waits until all of that is done.
 */
final class ConnectorProcess implements RunningProgram {
  private static final long GLANCE_MILLIS = 50;
  private static final int GLANCES_PER_LOOK = 20;
  private static final long STDERR_MILLIS = 500;

  private final PrivateFiles files;
  private final Process process;
  private final ProcessTree tree;
  private final SilenceMeter stdout;
  private final StderrTail stderr = new StderrTail();
  private final Duration idleTimeout;
  private final AtomicReference<Optional<Ended>> ended = new AtomicReference<>(Optional.empty());
  private final Thread drain;
  private final Thread watch;
  private final Cancellation.Registration onCancel;

  /** That the process was asked to go, and the moment when it is no longer asked. */
  private record Ended(Ending why, long killAt) {
    boolean isOverdue() {
      return System.nanoTime() - killAt > 0;
    }
  }

  private ConnectorProcess(
      String connector, ProcessTree.Started started, PrivateFiles files, RunOptions options) {
    this.files = files;
    this.process = started.process();
    this.tree = started.tree();
    this.stdout = new SilenceMeter(process.getInputStream());
    this.idleTimeout = options.idleTimeout();
    this.drain =
        daemon("airbyte-stderr " + connector, () -> stderr.drain(process.getErrorStream()));
    this.watch = daemon("airbyte-watch " + connector, this::watch);
    Cancellation cancellation = options.cancellation();
    this.onCancel =
        cancellation.onCancel(() -> cancellation.cause().map(Ending::by).ifPresent(this::end));
  }

  /**
   * Starts the program with the documents in files of its own, its stdin closed. Clears away first
   * what runs of a JVM that died have left.
   */
  static ConnectorProcess start(CommandLine command, Invocation invocation, RunOptions options) {
    AbandonedRuns.clear(PrivateFiles.temporary());
    PrivateFiles files = new PrivateFiles(PrivateFiles.temporary());
    try {
      invocation.documents().forEach((name, text) -> files.write(files.path(name), text));
      return start(command, invocation, files, options);
    } catch (RuntimeException e) {
      files.close();
      throw e;
    }
  }

  private static ConnectorProcess start(
      CommandLine command, Invocation invocation, PrivateFiles files, RunOptions options) {
    List<String> words = new ArrayList<>(command.words());
    words.addAll(invocation.arguments(name -> files.path(name).toString()));
    String connector = invocation.connector();
    ProcessBuilder builder = new ProcessBuilder(words);
    // Python packages start seconds faster once they may keep their bytecode.
    builder.environment().remove("PYTHONDONTWRITEBYTECODE");
    builder.environment().putAll(command.environment());
    try {
      ProcessTree.Started started = ProcessTree.start(builder, files.folder().toString());
      started.process().getOutputStream().close();
      return new ConnectorProcess(connector, started, files, options);
    } catch (IOException e) {
      throw new ConnectorException(
          ConnectorException.Kind.LAUNCH_FAILED,
          connector + " could not be started: " + e.getMessage(),
          "Check that the connector's program exists and may be run",
          e);
    }
  }

  @Override
  public InputStream stdout() {
    return stdout;
  }

  /** Asks the whole tree to end; the watching thread sees to it. Returns at once. Any thread. */
  void end(Ending why) {
    Ended now = new Ended(why, System.nanoTime() + why.grace().toNanos());
    if (process.isAlive() && ended.compareAndSet(Optional.empty(), Optional.of(now))) {
      tree.terminate();
    }
  }

  @Override
  public Optional<Ending> ending() {
    return ended.get().map(Ended::why);
  }

  @Override
  public ExitCode awaitExit() {
    try {
      stdout.during(process::waitFor);
      drain.join(STDERR_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      end(Ending.CANCELLED);
      throw ConnectorException.stopped(Cancellation.Cause.CANCELLED);
    }
    return new ExitCode(process.exitValue());
  }

  @Override
  public String stderr() {
    return stderr.text();
  }

  @Override
  public void close() {
    onCancel.close();
    end(Ending.CLOSED);
    boolean interrupted = false;
    while (watch.isAlive()) {
      try {
        watch.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    files.close();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void watch() {
    try {
      for (int glance = 1; !process.waitFor(GLANCE_MILLIS, TimeUnit.MILLISECONDS); glance++) {
        if (glance % GLANCES_PER_LOOK == 0) {
          tree.look();
        }
        if (ended.get().isEmpty() && stdout.silence().compareTo(idleTimeout) > 0) {
          end(Ending.IDLE);
        }
        if (ended.get().filter(Ended::isOverdue).isPresent()) {
          tree.kill();
        }
      }
    } catch (InterruptedException e) {
      // nobody has a reason to interrupt this thread; if so, the tree goes at once
    }
    tree.kill();
  }

  private static Thread daemon(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }
}
