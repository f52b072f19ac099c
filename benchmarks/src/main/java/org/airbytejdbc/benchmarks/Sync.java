package org.airbytejdbc.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;

/** One full refresh in a process of its own; prints seconds and the peak of its memory in MB. */
final class Sync {
  private Sync() {}

  /** Seconds of the sync alone, and the process's peak resident memory. */
  record Outcome(double seconds, long peakMegabytes) {
    static Outcome of(WorkFolder work, String url, String stream) throws Exception {
      String[] words = work.run(WorkFolder.java(Sync.class, url, stream)).trim().split(" ");
      return new Outcome(Double.parseDouble(words[0]), Long.parseLong(words[1]));
    }
  }

  /** Arguments: URL, stream. */
  public static void main(String[] arguments) throws Exception {
    try (Connection connection = DriverManager.getConnection(arguments[0]);
        Statement statement = connection.createStatement()) {
      double seconds =
          Pairs.seconds(
              () ->
                  statement.execute(
                      "CALL airbyte.sync('" + arguments[1] + "', fullRefresh => true)"));
      System.out.println(seconds + " " + peakMegabytes());
    }
  }

  private static long peakMegabytes() throws Exception {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmHWM"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
        .findFirst()
        .orElse(0);
  }
}
