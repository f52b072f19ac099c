package org.airbytejdbc.connector.launch;

import org.airbytejdbc.connector.RunOptions;

/** Starts a connector that is a program on this machine. */
public interface ProgramLauncher extends Launcher {
  /** The program; the arguments of an invocation come behind it. May have to be prepared first. */
  CommandLine commandLine(RunOptions options);

  @Override
  default RunningProgram start(Invocation invocation, RunOptions options) {
    return ConnectorProcess.start(commandLine(options), invocation, options);
  }
}
