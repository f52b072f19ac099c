package org.airbytejdbc.connector.container;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The process that a container belongs to, as the container's labels tell it.
 *
 * @param machine tells the machines, and the containers that a JVM may run in, from each other
 * @param started empty where the system does not tell
 */
record Owner(String machine, long pid, Optional<Instant> started) {
  static final String MACHINE = "org.airbytejdbc.machine";
  private static final String PID = "org.airbytejdbc.pid";
  private static final String STARTED = "org.airbytejdbc.started";

  /** A JVM reckons the start of a process from the start of the machine, known to the second. */
  private static final Duration INEXACT = Duration.ofSeconds(10);

  static Owner self() {
    ProcessHandle self = ProcessHandle.current();
    return new Owner(thisMachine(), self.pid(), self.info().startInstant());
  }

  /** What the labels of a container tell; empty for one that is not ours. */
  static Optional<Owner> of(Map<String, String> labels) {
    try {
      String started = labels.getOrDefault(STARTED, "");
      return Optional.ofNullable(labels.get(PID))
          .map(
              pid ->
                  new Owner(
                      labels.getOrDefault(MACHINE, ""),
                      Long.parseLong(pid),
                      started.isEmpty()
                          ? Optional.empty()
                          : Optional.of(Instant.ofEpochMilli(Long.parseLong(started)))));
    } catch (NumberFormatException notOurs) {
      return Optional.empty();
    }
  }

  Map<String, String> labels() {
    return Map.of(
        MACHINE,
        machine,
        PID,
        Long.toString(pid),
        STARTED,
        started.map(instant -> Long.toString(instant.toEpochMilli())).orElse(""));
  }

  /**
   * Whether it is known to run no more; never of a process on another machine.
   *
   * @param self of this process, as to tell the machine takes a while
   */
  boolean isDeadBeside(Owner self) {
    return machine.equals(self.machine)
        && ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isSame).isEmpty();
  }

  private boolean isSame(ProcessHandle process) {
    Optional<Instant> theirs = process.info().startInstant();
    return started.isEmpty()
        || theirs.isEmpty()
        || Duration.between(started.get(), theirs.get()).abs().compareTo(INEXACT) < 0;
  }

  /**
   * Where the system shows them (Linux) with its own id, as names are given twice, and with the
   * number space of the pids.
   */
  private static String thisMachine() {
    return String.join(" ", hostName(), linuxId(), linuxPidSpace());
  }

  private static String linuxId() {
    try {
      return Files.readString(Path.of("/etc/machine-id")).strip();
    } catch (IOException elsewhere) {
      return "";
    }
  }

  private static String linuxPidSpace() {
    try {
      return Files.readSymbolicLink(Path.of("/proc/self/ns/pid")).toString();
    } catch (IOException | UnsupportedOperationException elsewhere) {
      return "";
    }
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException unnamed) {
      return "";
    }
  }
}
