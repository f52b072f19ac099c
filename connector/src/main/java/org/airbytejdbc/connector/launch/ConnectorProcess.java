package org.airbytejdbc.connector.launch;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.airbytejdbc.connector.ConnectorException;
import org.airbytejdbc.connector.RunOptions;

/**
 * A running connector, owned by whoever started it.
 *
 * <p>Its output is pulled by one thread. A second, its own, drains stderr. A third watches over it,
 * kills it when it does not go after having been asked to, and kills what it leaves behind.
 */
final class ConnectorProcess implements RunningProgram, Watch.Watched {
  private static final long GLANCE_MILLIS = 50;
  private static final int GLANCES_PER_LOOK = 20;
  private static final long STDERR_MILLIS = 500;

  private final PrivateFiles files;
  private final Process process;
  private final ProcessTree tree;
  private final StderrTail stderr = new StderrTail();
  private final AtomicReference<Optional<Ended>> ended = new AtomicReference<>(Optional.empty());
  private final Thread drain;
  private final Watch watch;
  private int glances;

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
    this.drain =
        new Thread(() -> stderr.drain(process.getErrorStream()), "airbyte-stderr " + connector);
    drain.setDaemon(true);
    drain.start();
    this.watch = new Watch(connector, process.getInputStream(), options, this);
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
    return watch.stdout();
  }

  /** Asks the whole tree to end; the watching thread sees to it. */
  @Override
  public void end(Ending why) {
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
    watch.during(
        () -> {
          process.waitFor();
          drain.join(STDERR_MILLIS);
        });
    return new ExitCode(process.exitValue());
  }

  @Override
  public String stderr() {
    return stderr.text();
  }

  @Override
  public void close() {
    watch.close();
    files.close();
  }

  @Override
  public boolean awaitOver() throws InterruptedException {
    if (process.waitFor(GLANCE_MILLIS, TimeUnit.MILLISECONDS)) {
      return true;
    }
    if (++glances % GLANCES_PER_LOOK == 0) {
      tree.look();
    }
    if (ended.get().filter(Ended::isOverdue).isPresent()) {
      tree.kill();
    }
    return false;
  }

  @Override
  public void clear() {
    tree.kill();
  }
}
