package org.airbytejdbc.connector.launch;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.airbytejdbc.connector.ConnectorException;
import org.airbytejdbc.connector.RunOptions;
import org.airbytejdbc.connector.Sha256;

/** Runs a connector that is a file on this machine. */
public final class ExecutableLauncher implements ProgramLauncher {
  private final Path executable;

  public ExecutableLauncher(Path executable) {
    this.executable = requireNonNull(executable, "executable").toAbsolutePath();
  }

  /** The file's path and the time of its last change. */
  @Override
  public String version() {
    try {
      return executable + "@" + Files.getLastModifiedTime(executable).toInstant();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** The hash of the file. */
  @Override
  public String identity() {
    try {
      return "executable sha256:" + Sha256.of(Files.readAllBytes(executable));
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private ConnectorException unreadable(IOException e) {
    return new ConnectorException(
        ConnectorException.Kind.LAUNCH_FAILED,
        "The connector's executable " + executable + " cannot be read",
        "Check the path and its permissions",
        e);
  }

  @Override
  public String what() {
    return "the program " + executable;
  }

  @Override
  public boolean installed() {
    return Files.isExecutable(executable);
  }

  @Override
  public CommandLine commandLine(RunOptions options) {
    return new CommandLine(List.of(executable.toString()), Map.of());
  }
}
