package org.airbytejdbc.cache;

import java.nio.file.Path;
import org.airbytejdbc.testing.ScriptedConnector;

/** Reads tables of the lab in a folder, in a process of its own: FOLDER TABLE… */
final class SyncProgram {
  private SyncProgram() {}

  public static void main(String[] arguments) {
    Path folder = Path.of(arguments[0]);
    try (Lab lab = new Lab(folder)) {
      String[] tables = new String[arguments.length - 1];
      System.arraycopy(arguments, 1, tables, 0, tables.length);
      lab.sync(lab.existingSource(new ScriptedConnector(folder, "source-shop")), tables);
    }
  }
}
