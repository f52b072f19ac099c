package org.airbytejdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever follows the design's page through the code finds the classes that it names. */
class DesignPageTest {
  private static final Pattern ROW = Pattern.compile("(?m)^\\| [a-zA-Z]+ \\| (`.+?`) \\|");
  private static final Pattern CLASS = Pattern.compile("`([A-Z]\\w+)`");

  @Test
  void namesClassesThatThereAre() throws IOException {
    List<String> named =
        ROW.matcher(Files.readString(Path.of("../docs/design.md")))
            .results()
            .flatMap(row -> CLASS.matcher(row.group(1)).results())
            .map(name -> name.group(1))
            .toList();

    assertThat(named).hasSizeGreaterThan(8);
    assertThat(classes()).containsAll(named);
  }

  private static Set<String> classes() throws IOException {
    Set<String> classes = new HashSet<>();
    for (String room : List.of("connector", "cache", "calcite-adapter", "driver")) {
      try (Stream<Path> files = Files.walk(Path.of("..", room, "src", "main", "java"))) {
        files.map(file -> file.getFileName().toString().replace(".java", "")).forEach(classes::add);
      }
    }
    return classes;
  }
}
