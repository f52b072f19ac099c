package org.airbytejdbc.driver.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line on connectors that come from PyPI. */
class RealConnectorsIT {
  @TempDir Path folder;

  @Test
  void fakerIsJoinedAndThenAnsweredFromTheCache() {
    String url = url("source-faker", "{\"count\":1000}");
    String sql =
        """
        SELECT count(*) AS bought, count(DISTINCT u.id) AS buyers, count(DISTINCT p.make) > 1 AS many
        FROM purchases b JOIN users u ON u.id = b.user_id JOIN products p ON p.id = b.product_id
        """;
    assertThat(CommandLineRun.of("tables", url, "--format", "csv").out())
        .contains("\"faker\",\"products\"", "\"faker\",\"purchases\"", "\"faker\",\"users\"");

    CommandLineRun first = CommandLineRun.of("query", url, sql, "--format", "json");
    assertThat(first.exitCode()).as(first.err()).isZero();
    assertThat(first.err()).contains("faker.users: 1,000 records, 1,000 rows");
    assertThat(first.out())
        .matches("(?s)\\[\n\\{\"bought\":\\d+,\"buyers\":\\d+,\"many\":true}\n]\n");

    CommandLineRun second = CommandLineRun.of("query", url, sql, "--format", "json");
    assertThat(second.out()).isEqualTo(first.out());
    assertThat(second.err()).doesNotContain("reading");
  }

  @Test
  void hardcodedRecordsAreCounted() {
    CommandLineRun run =
        CommandLineRun.of(
            "query",
            url("source-hardcoded-records", "{\"count\":2500}"),
            "SELECT (SELECT count(*) FROM products) + (SELECT count(*) FROM customers) AS n",
            "--format",
            "csv");
    assertThat(run.out()).as(run.err()).isEqualTo("\"n\"\r\n5000\r\n");
  }

  @Test
  void aCsvFileIsATable() throws IOException {
    Path csv =
        Files.writeString(
            folder.resolve("people.csv"), "name,age\nAda,36\nZoë,41\n", StandardCharsets.UTF_8);
    String config =
        "{\"dataset_name\":\"people\",\"format\":\"csv\",\"url\":\"%s\",\"provider\":{\"storage\":\"local\"}}"
            .formatted(csv);
    CommandLineRun run =
        CommandLineRun.of(
            "query",
            url("source-file", config),
            "SELECT name, age FROM people ORDER BY age DESC",
            "--format",
            "json");
    assertThat(run.out())
        .as(run.err())
        .isEqualTo("[\n{\"name\":\"Zoë\",\"age\":41.0},\n{\"name\":\"Ada\",\"age\":36.0}\n]\n");
  }

  private String url(String connector, String config) {
    return "jdbc:airbyte:%s?config=%s&cache=duckdb:%s"
        .formatted(connector, config, folder.resolve("cache.duckdb"));
  }
}
