package org.airbytejdbc.cache.sync;

import java.nio.file.Path;
import org.airbytejdbc.cache.Lab;
import org.airbytejdbc.testing.ScriptedConnector;

/** Reads all streams of the lab in a folder: FOLDER. */
final class KilledProgram {
  private KilledProgram() {}

  public static void main(String[] arguments) {
    Path folder = Path.of(arguments[0]);
    try (Lab lab = new Lab(folder)) {
      lab.sync(lab.existingSource(new ScriptedConnector(folder, "source-shop")));
    }
  }
}
