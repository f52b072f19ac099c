package org.airbytejdbc.cache.duckdb;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.airbytejdbc.cache.CacheException;
import org.airbytejdbc.cache.CacheLocation;
import org.airbytejdbc.cache.CacheSettings;
import org.airbytejdbc.connector.Cancellation;

/** Another JVM that uses a cache file, led by the test step by step. */
final class OtherProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader out;

  private OtherProcess(Process process) {
    this.process = process;
    this.out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /** Starts one that does the steps, each told by a line: {@code hold}, {@code insert} … */
  static OtherProcess start(Path file, String... steps) {
    return start(List.of(), file, steps);
  }

  /** Starts one through another program, such as a shell that sets limits. */
  static OtherProcess start(List<String> before, Path file, String... steps) {
    List<String> command = new ArrayList<>(before);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(OtherProcess.class.getName(), file.toString()));
    command.addAll(Arrays.asList(steps));
    try {
      return new OtherProcess(
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  long pid() {
    return process.pid();
  }

  /** What it says next; blocks. */
  String says() {
    try {
      return String.valueOf(out.readLine());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lets it do its next step. */
  void goOn() {
    try {
      process.getOutputStream().write('\n');
      process.getOutputStream().flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends it without a chance to clean up. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    kill();
  }

  /** The other side: a cache file's path, then steps; says a line after each. */
  public static void main(String[] arguments) throws Exception {
    CacheLocation location = new CacheLocation.DuckDbFile(Path.of(arguments[0]));
    CacheSettings settings = new CacheSettings(Duration.ofSeconds(30));
    try (DuckDbFile file = new DuckDbFile(location, settings)) {
      for (String step : List.of(arguments).subList(1, arguments.length)) {
        switch (step) {
          case "hold" -> {
            try (Lease lease = file.lease(Cancellation.none())) {
              lease.committed();
              say("held");
              await();
            }
            say("released");
          }
          case "insert" -> {
            for (int i = 0; i < 40; i++) {
              execute(file, "INSERT INTO t VALUES (" + i + ")");
            }
            say("inserted");
          }
          case "fill" -> say(fill(file));
          case "scratch" -> say(ScratchFolder.open(location).path().toString());
          default -> throw new IllegalArgumentException(step);
        }
      }
      await();
    }
  }

  private static String fill(DuckDbFile file) throws SQLException {
    try {
      while (true) {
        execute(file, "INSERT INTO t SELECT (random() * 1e18)::BIGINT FROM range(2000000)");
      }
    } catch (CacheException e) {
      return e.kind() + " " + e.getMessage();
    }
  }

  private static void execute(DuckDbFile file, String sql) throws SQLException {
    try (Lease lease = file.lease(Cancellation.none());
        Statement statement = lease.connection().createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new CacheException(DuckDbErrors.exception(e, file.location()).kind(), "" + e, "");
    }
  }

  private static void say(String line) {
    System.out.println(line);
  }

  private static void await() throws IOException {
    System.in.read();
  }
}
