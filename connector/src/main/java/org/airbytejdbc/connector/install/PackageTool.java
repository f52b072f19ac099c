package org.airbytejdbc.connector.install;

import java.nio.file.Path;
import java.util.List;

/** The command lines of a program that installs Python packages. */
interface PackageTool {
  /** Unpacks one package alone into a folder, whatever Python it is for. */
  List<String> fetch(String requirement, Interpreter python, Path folder);

  /** Makes an empty environment. */
  List<String> createEnvironment(Interpreter python, Path folder);

  /** Installs a package and what it needs into an environment. */
  List<String> install(String requirement, Path environment);
}
