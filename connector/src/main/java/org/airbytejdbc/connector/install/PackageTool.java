package org.airbytejdbc.connector.install;

import java.nio.file.Path;
import java.util.List;

/** The command lines of a program that installs Python packages. */
interface PackageTool {
  /** Unpacks packages into a folder, without what they need and whatever Python they are for. */
  List<String> fetch(List<String> requirements, Interpreter python, Path folder);

  /** Makes an empty environment. */
  List<String> createEnvironment(Interpreter python, Path folder);

  /** Installs packages and what they need into an environment. */
  List<String> install(List<String> requirements, Path environment);

  /** Installs what a file of requirements lists, each with the hashes of its files. */
  List<String> installLocked(Path requirements, Path environment);

  /**
   * Says what would be installed, a line {@code + name==version} each; empty for a tool that would
   * take minutes to find it out.
   */
  List<String> resolve(String requirement, Path environment);
}
