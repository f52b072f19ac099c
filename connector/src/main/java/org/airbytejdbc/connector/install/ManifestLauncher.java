package org.airbytejdbc.connector.install;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.airbytejdbc.connector.RunOptions;
import org.airbytejdbc.connector.Sha256;
import org.airbytejdbc.connector.launch.CommandLine;
import org.airbytejdbc.connector.launch.Invocation;
import org.airbytejdbc.connector.launch.ProgramLauncher;
import org.airbytejdbc.connector.launch.RunningProgram;
import org.airbytejdbc.connector.lock.LockedPackages;

/**
 * Runs a manifest by the engine of Airbyte's CDK for Python.
 *
 * @param engine starts it
 * @param components the code of components that the manifest has of its own
 */
record ManifestLauncher(ProgramLauncher engine, String manifest, Optional<String> components)
    implements ProgramLauncher {
  @Override
  public String version() {
    return "manifest " + hash() + " by " + engine.version();
  }

  @Override
  public String what() {
    String with = components.isPresent() ? ", with components of its own" : "";
    return "its manifest" + with + ", by " + engine.what();
  }

  @Override
  public String identity() {
    return "manifest " + hash() + " by " + engine.identity();
  }

  @Override
  public Optional<LockedPackages> packages(RunOptions options) {
    return engine.packages(options);
  }

  @Override
  public boolean installed() {
    return engine.installed();
  }

  /** Leaves no bytecode of components beside them, as their file goes with the run. */
  @Override
  public CommandLine commandLine(RunOptions options) {
    CommandLine command = engine.commandLine(options);
    Map<String, String> environment = new HashMap<>(command.environment());
    environment.put("PYTHONDONTWRITEBYTECODE", "1");
    environment.put("AIRBYTE_ENABLE_UNSAFE_CODE", Boolean.toString(components.isPresent()));
    return new CommandLine(command.words(), environment);
  }

  @Override
  public RunningProgram start(Invocation invocation, RunOptions options) {
    Map<String, String> documents = new LinkedHashMap<>(invocation.documents());
    documents.put("manifest-path", manifest);
    components.ifPresent(code -> documents.put(Invocation.COMPONENTS, code));
    return ProgramLauncher.super.start(
        new Invocation(invocation.connector(), invocation.verb(), documents), options);
  }

  private String hash() {
    return Sha256.shortOf(manifest + components.orElse(""));
  }
}
