package org.airbytejdbc.driver;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Another JVM that runs one query by its URL. */
final class OtherProcess {
  private OtherProcess() {}

  /** The rows of the query, or its SQLState and message. Its home is in the folder. */
  static List<String> run(Path folder, String url, String sql) throws IOException {
    return run(List.of(), folder, url, sql);
  }

  /** Runs it through another program, such as a shell that sets limits. */
  static List<String> run(List<String> before, Path folder, String url, String sql)
      throws IOException {
    List<String> command = new ArrayList<>(before);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-cp", System.getProperty("java.class.path")));
    command.add("-Dairbyte.home=" + folder.resolve("home"));
    command.addAll(List.of(OtherProcess.class.getName(), url, sql));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (var out = process.inputReader(StandardCharsets.UTF_8)) {
      return out.lines().toList();
    }
  }

  /** The other side: a URL and a query. */
  public static void main(String[] arguments) throws SQLException {
    try (Connection connection = DriverManager.getConnection(arguments[0])) {
      BadShop.rows(connection, arguments[1]).forEach(System.out::println);
    } catch (SQLException e) {
      System.out.println(e.getSQLState() + " " + e.getMessage());
    }
  }
}
