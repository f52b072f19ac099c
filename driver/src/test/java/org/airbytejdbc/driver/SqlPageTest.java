package org.airbytejdbc.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.airbytejdbc.driver.procedure.Procedure;
import org.airbytejdbc.driver.procedure.Procedures;
import org.airbytejdbc.driver.result.MemoryTable;
import org.airbytejdbc.driver.system.SystemTable;
import org.airbytejdbc.driver.system.SystemTables;
import org.junit.jupiter.api.Test;

/** The page on finding one's way lists what the driver has. */
class SqlPageTest {
  @Test
  void listsTheTablesWithTheirColumns() throws IOException {
    assertThat(section("tables"))
        .isEqualTo(
            SystemTables.all().stream()
                .map(SqlPageTest::row)
                .collect(
                    Collectors.joining(
                        "\n", "| table | a row is | columns |\n|---|---|---|\n", "\n")));
  }

  @Test
  void listsTheProceduresWithTheirArguments() throws IOException {
    assertThat(section("procedures"))
        .isEqualTo(
            Procedures.all().stream()
                .map(SqlPageTest::row)
                .collect(
                    Collectors.joining(
                        "\n", "| procedure | | arguments |\n|---|---|---|\n", "\n")));
  }

  private static String section(String name) throws IOException {
    String page = Files.readString(Path.of("../docs/sql.md"));
    String begin = "<!-- " + name + " -->\n";
    return page.substring(
        page.indexOf(begin) + begin.length(), page.indexOf("<!-- /" + name + " -->"));
  }

  private static String row(SystemTable table) {
    return row(
        table.name(),
        table.description(),
        table.columns().stream().map(MemoryTable.Column::name).toList());
  }

  private static String row(Procedure procedure) {
    return row(
        procedure.name(),
        procedure.description(),
        procedure.parameters().stream().map(Procedure.Parameter::name).toList());
  }

  private static String row(String name, String description, List<String> parts) {
    return "| `%s` | %s | %s |"
        .formatted(
            name,
            description,
            parts.stream().map(part -> "`" + part + "`").collect(Collectors.joining(", ")));
  }
}
