package org.airbytejdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.airbytejdbc.testing.ScriptedConnector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar as it is given to people, alone in a class loader. */
class ShadedJarIT {
  private static final Path JAR = Path.of(System.getProperty("airbyte.jar"));

  /** Ours, the two that keep their names, and resources that libraries look for at the top. */
  private static final Pattern ALLOWED =
      Pattern.compile(
          "org/airbytejdbc/.*|org/duckdb/.*|org/slf4j/.*|libduckdb_java\\.so_.*"
              + "|META-INF/(MANIFEST\\.MF|THIRD-PARTY\\.txt|[\\w-]*(LICENSE|NOTICE)|services/[\\w.]+)"
              + "|draft(-0[467]|/20(19-09|20-12))/[\\w/-]+|jsv-messages\\.properties|ucd/.*"
              + "|leap_second_dates\\.csv");

  @TempDir Path folder;

  @Test
  void holdsNothingThatCouldMeetAnotherJarsClasses() throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      assertThat(jar.stream().filter(entry -> !entry.isDirectory()).map(JarEntry::getName))
          .allMatch(name -> ALLOWED.matcher(name).matches());
    }
  }

  @Test
  void offersOneDriver() throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile());
        var services = jar.getInputStream(jar.getEntry("META-INF/services/java.sql.Driver"))) {
      assertThat(new String(services.readAllBytes(), StandardCharsets.UTF_8).strip())
          .isEqualTo("org.airbytejdbc.driver.AirbyteDriver");
    }
  }

  @Test
  void answersAQueryWithNothingBesideIt() throws Exception {
    String url =
        "jdbc:airbyte:source-a?cache=memory&executable=" + connector("source-a", "things", 3);
    try (URLClassLoader alone = loader();
        Connection connection = connect(alone, url);
        ResultSet rows =
            connection.createStatement().executeQuery("SELECT sum(id) FROM a.things")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getLong(1)).isEqualTo(3);
    }
  }

  @Test
  void joinsAcrossCachesWithTheCodeThatCalciteCompiles() throws Exception {
    Path workspace =
        Files.writeString(
            folder.resolve("two.yaml"),
            """
            sources:
              a: {connector: source-a, executable: '%s', cache: 'duckdb:a.duckdb'}
              b: {connector: source-b, executable: '%s', cache: 'duckdb:b.duckdb'}
            """
                .formatted(connector("source-a", "things", 3), connector("source-b", "parts", 2)),
            StandardCharsets.UTF_8);
    try (URLClassLoader alone = loader();
        Connection connection = connect(alone, "jdbc:airbyte:?workspace=" + workspace);
        ResultSet rows =
            connection
                .createStatement()
                .executeQuery(
                    "SELECT t.name, p.name FROM a.things t JOIN b.parts p ON p.id = t.id"
                        + " ORDER BY t.id")) {
      StringBuilder joined = new StringBuilder();
      while (rows.next()) {
        joined.append(rows.getString(1)).append('-').append(rows.getString(2)).append(' ');
      }
      assertThat(joined.toString()).isEqualTo("things0-parts0 things1-parts1 ");
    }
  }

  @Test
  void runsAsACommand() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                JAR.toString(),
                "query",
                "--format",
                "csv",
                "--progress",
                "bar",
                "jdbc:airbyte:source-a?cache=memory&executable="
                    + connector("source-a", "things", 1),
                "SELECT name FROM things")
            .redirectError(folder.resolve("err").toFile())
            .start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = Files.readString(folder.resolve("err"));
    assertThat(process.waitFor()).as(err).isZero();
    assertThat(out).isEqualTo("\"name\"\r\n\"things0\"\r\n");
    assertThat(err).doesNotContain("SLF4J", "WARNING").contains("Reading", "1 row in ");
  }

  private static URLClassLoader loader() throws IOException {
    return new URLClassLoader(
        new URL[] {JAR.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
  }

  /** As DriverManager would, which answers only callers that could load the driver themselves. */
  private static Connection connect(ClassLoader loader, String url) {
    Driver driver =
        ServiceLoader.load(Driver.class, loader).stream()
            .filter(found -> found.type().getClassLoader() == loader)
            .map(ServiceLoader.Provider::get)
            .findFirst()
            .orElseThrow();
    try {
      return driver.connect(url, new Properties());
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private Path connector(String name, String stream, int records) {
    return new ScriptedConnector(folder, name)
        .stream(stream, "{\"id\": {\"type\": \"integer\"}, \"name\": {\"type\": \"string\"}}")
            .read(
                "{\"records\": {\"stream\": \"%1$s\", \"count\": %2$d, \"template\": {\"id\": \"$i\", \"name\": \"%1$s$i\"}}}"
                    .formatted(stream, records))
            .write();
  }
}
