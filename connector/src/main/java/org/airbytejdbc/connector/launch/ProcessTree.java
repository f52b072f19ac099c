package org.airbytejdbc.connector.launch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A process and all that it started, also what has outlived its parent.
 *
 * <p>Children that the system still knows as such are found by descent; others by a mark in the
 * environment that they inherited, where the system shows that (Linux), or because they were seen
 * before. Thread-safe.
 */
public final class ProcessTree {
  private static final String MARK_NAME = "AIRBYTE_JDBC_RUN";
  private static final int KILL_ROUNDS = 20;
  private static final long ROUND_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

  private final String mark;
  private final ProcessHandle root;
  private final Set<ProcessHandle> seen = new LinkedHashSet<>();

  private ProcessTree(ProcessHandle root, String mark) {
    this.root = root;
    this.mark = mark;
  }

  /** Starts a program as the root of a new tree, all of which carries that mark. */
  static Started start(ProcessBuilder builder, String mark) throws IOException {
    builder.environment().put(MARK_NAME, mark);
    Process process = builder.start();
    return new Started(process, new ProcessTree(process.toHandle(), mark));
  }

  /** Ends a process that started none which outlive it unseen, and those that descend from it. */
  public static void kill(Process process) {
    List<ProcessHandle> descendants = process.descendants().toList();
    process.destroyForcibly();
    descendants.forEach(ProcessHandle::destroyForcibly);
  }

  /** Ends what carries the mark of a run that nobody owns any more. */
  static void killMarked(String mark) {
    ProcessHandle.allProcesses()
        .filter(process -> isMarked(process, mark))
        .forEach(ProcessHandle::destroyForcibly);
  }

  /** The root, with its pipes, and the tree that grows from it. */
  record Started(Process process, ProcessTree tree) {}

  /** Remembers who belongs to the tree now. */
  synchronized void look() {
    seen.removeIf(process -> !isRunning(process));
    root.descendants().forEach(seen::add);
  }

  /** Asks every process to end. Does not wait. */
  synchronized void terminate() {
    look();
    root.destroy();
    seen.forEach(ProcessHandle::destroy);
  }

  /** Ends every process. Waits a moment, and looks again for those that were just starting. */
  void kill() {
    for (int round = 0; round < KILL_ROUNDS; round++) {
      List<ProcessHandle> running = running();
      if (running.isEmpty()) {
        return;
      }
      running.forEach(ProcessHandle::destroyForcibly);
      LockSupport.parkNanos(ROUND_NANOS);
    }
  }

  private synchronized List<ProcessHandle> running() {
    look();
    ProcessHandle.allProcesses().filter(process -> isMarked(process, mark)).forEach(seen::add);
    if (root.isAlive()) {
      seen.add(root);
    }
    return List.copyOf(seen);
  }

  private static boolean isMarked(ProcessHandle process, String mark) {
    return linuxFile(process, "environ").contains(MARK_NAME + "=" + mark + "\0");
  }

  /** A dead orphan counts as alive until its new parent fetches it, which some never do. */
  private static boolean isRunning(ProcessHandle process) {
    return process.isAlive() && !linuxFile(process, "stat").contains(") Z ");
  }

  /** What Linux tells of a process; empty elsewhere, of other users' processes, and once gone. */
  private static String linuxFile(ProcessHandle process, String name) {
    try {
      Path file = Path.of("/proc", Long.toString(process.pid()), name);
      return new String(Files.readAllBytes(file), ISO_8859_1);
    } catch (IOException nothingToSee) {
      return "";
    }
  }
}
