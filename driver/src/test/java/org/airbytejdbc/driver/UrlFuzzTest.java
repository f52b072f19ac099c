package org.airbytejdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is written in a URL or a property, it is refused with an error or understood. */
class UrlFuzzTest {
  private static final List<String> PIECES =
      List.of(
          "jdbc:airbyte:",
          "jdbc:",
          "source-none",
          "?",
          "&",
          "=",
          "config=",
          "{\"a\": 1}",
          "{",
          "%7B",
          "%",
          "%zz",
          "config.a.b=1",
          "refresh=never",
          "refresh=",
          "maxAge=-1",
          "maxAge=1h",
          "workspace=",
          "cache=duckdb:",
          ":memory:",
          "executable=",
          "/nonexistent",
          "..",
          "\u0000",
          "\ud800",
          "ü",
          " ",
          "\n",
          ";",
          "#",
          "//",
          "user=x",
          "model=inline:",
          "schemaFactory=",
          "java.lang.Runtime",
          "typeSystem=",
          "${HOME}",
          "${",
          "'",
          "\"",
          "name=a.b",
          "version=");

  @TempDir private Path folder;

  @Test
  void urlsAndPropertiesAreUnderstoodOrRefused() throws Exception {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    AirbyteDriver driver = new AirbyteDriver();
    Path proof = folder.resolve("started");
    Path program = folder.resolve("program");
    Files.writeString(program, "#!/bin/sh\ntouch " + proof + "\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    for (int i = 0; i < 3_000; i++) {
      // A connector that is installed by nobody, so that nothing can be opened in the end.
      String url = "jdbc:airbyte:source-none?executable=/nonexistent&" + text(random);
      Properties properties = new Properties();
      if (random.nextBoolean()) {
        properties.setProperty(text(random), text(random));
      }
      call(seed, url, () -> driver.connect(url, properties));
      call(seed, url, () -> driver.acceptsURL(url));
      String half = text(random) + "&executable=" + program;
      assertThat(driver.getPropertyInfo(half, properties)).isNotEmpty();
    }
    assertThat(proof).doesNotExist();
  }

  private interface Call {
    Object run() throws SQLException;
  }

  private static void call(long seed, String url, Call call) {
    try {
      if (call.run() instanceof Connection connection) {
        connection.close();
      }
    } catch (SQLException e) {
      assertThat(e.getSQLState()).as("seed %d: %s", seed, url).hasSize(5).isNotEqualTo("XX000");
    } catch (RuntimeException e) {
      throw new AssertionError("seed " + seed + ": " + url, e);
    }
  }

  private static String text(Random random) {
    return Stream.generate(() -> PIECES.get(random.nextInt(PIECES.size())))
        .limit(random.nextInt(8))
        .reduce("", String::concat);
  }
}
