package org.airbytejdbc.driver.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.airbytejdbc.testing.ScriptedConnector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AirbyteCommandTest {
  @TempDir Path folder;

  @Test
  void printsATableForPeople() {
    CommandLineRun run = query("SELECT id, name, price FROM things ORDER BY id");
    assertThat(run.out())
        .isEqualTo(
            """
            +----+-------+-------+
            | id | name  | price |
            +----+-------+-------+
            |  1 | lamp  |   9.5 |
            |  2 | "big" |       |
            |  3 |       |  12.0 |
            +----+-------+-------+
            """);
    assertThat(run.err()).containsPattern("3 rows in \\d+\\.\\d\\d s\n");
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void printsCsvThatTellsNullFromEmptyText() {
    CommandLineRun run =
        query("SELECT id, name, price, tags FROM things ORDER BY id", "--format", "csv");
    assertThat(run.out())
        .isEqualTo(
            """
            "id","name","price","tags"\r
            1,"lamp",9.5,"[1,{""a"":""b""}]"\r
            2,\"\"\"big\"\"\",,\r
            3,"",12.0,\r
            """);
  }

  @Test
  void printsJsonWithItsNestedValues() {
    CommandLineRun run =
        query("SELECT id, name, price, tags FROM things ORDER BY id", "--format", "json");
    assertThat(run.out())
        .isEqualTo(
            """
            [
            {"id":1,"name":"lamp","price":9.5,"tags":[1,{"a":"b"}]},
            {"id":2,"name":"\\"big\\"","price":null,"tags":null},
            {"id":3,"name":"","price":12.0,"tags":null}
            ]
            """);
  }

  @Test
  void printsTheEnginesNestedTypesAsJson() {
    CommandLineRun run =
        query(
            """
            SELECT [1, NULL, 2.50] AS list, {'a': 'x"y', 'b': [true]} AS structure,
              MAP {1: DATE '2024-01-02'} AS map, NULL::INTEGER[] AS none
            """,
            "--format",
            "json");
    assertThat(run.out())
        .isEqualTo(
            """
            [
            {"list":[1.00,null,2.50],"structure":{"a":"x\\"y","b":[true]},"map":{"1":"2024-01-02"},"none":null}
            ]
            """);
  }

  @Test
  void printsAResultWithoutRows() {
    assertThat(query("SELECT id FROM things WHERE id > 3").out()).contains("| id |");
    assertThat(query("SELECT id FROM things WHERE id > 3", "--format", "json").out())
        .isEqualTo("[]\n");
    assertThat(query("SELECT id FROM things WHERE id > 3", "--format", "csv").out())
        .isEqualTo("\"id\"\r\n");
  }

  @Test
  void tellsOnStandardErrorWhatIsRead() {
    CommandLineRun run = query("SELECT count(*) FROM things", "--progress", "lines");
    assertThat(run.err()).contains("shop: reading things", "shop.things: 3 records, 3 rows");
  }

  @Test
  void tellsOnStandardErrorWhatTheRowsDoNot() {
    CommandLineRun run = query("SELECT id FROM things LIMIT 1");
    assertThat(run.err()).containsPattern("Warning: .*things");
    assertThat(run.out()).doesNotContain("Warning");
  }

  @Test
  void warnsOfAFieldOfTheConfigThatHasNoEffect() {
    Path connector =
        new ScriptedConnector(folder, "source-shop")
            .spec("{\"properties\": {\"count\": {\"type\": \"integer\"}}}")
            .write();
    CommandLineRun run =
        CommandLineRun.of(
            "tables",
            "jdbc:airbyte:source-shop?executable=%s&cache=memory&config.cuont=1"
                .formatted(connector));

    assertThat(run.err())
        .contains("Warning: source-shop: its spec knows no field cuont; did you mean count?");
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void drawsABarWhileItReads() {
    CommandLineRun run = query("SELECT count(*) FROM things", "--progress", "bar");
    assertThat(run.err()).contains("\r", "Reading");
    assertThat(run.out()).doesNotContain("Reading");
  }

  @Test
  void listsTables() {
    CommandLineRun run = CommandLineRun.of("tables", url(), "--format", "csv");
    assertThat(run.out())
        .isEqualTo("\"TABLE_SCHEM\",\"TABLE_NAME\",\"REMARKS\"\r\n\"shop\",\"things\",\r\n");
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void printsAConfigToFillInForSomeoneWhoHasNone() {
    Path connector =
        new ScriptedConnector(folder, "source-shop")
            .spec(
                """
                {"type": "object", "required": ["key"], "properties":
                  {"key": {"type": "string", "airbyte_secret": true}}}
                """)
            .write();
    CommandLineRun run = CommandLineRun.of("spec", "source-shop?executable=" + connector);
    assertThat(run.out())
        .isEqualTo(
            """
            ## A secret (Required)
            key: "${KEY}"
            """);
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void tellsAnErrorWithoutStackTrace() {
    CommandLineRun run = query("SELECT nonsense FROM things");
    assertThat(run.err()).contains("nonsense").doesNotContain("\tat ");
    assertThat(run.out()).isEmpty();
    assertThat(run.exitCode()).isEqualTo(1);
  }

  @Test
  void showsTheStackTraceOnRequest() {
    assertThat(query("SELECT nonsense FROM things", "--verbose").err()).contains("\tat ");
  }

  @Test
  void tellsAWrongUrl() {
    CommandLineRun run = CommandLineRun.of("tables", "jdbc:airbyte:source-x?refesh=auto");
    assertThat(run.err()).contains("'refesh' is unknown", "Did you mean 'refresh'?");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(CommandLineRun.of("tables", "jdbc:other:x").err())
        .contains("does not begin with jdbc:airbyte:");
  }

  @Test
  void tellsHowItIsCalled() {
    assertThat(CommandLineRun.of().out()).contains("query", "tables", "spec");
    assertThat(CommandLineRun.of("query", "--help").out()).contains("--format", "table, csv, json");
    assertThat(CommandLineRun.of("--version").out()).startsWith("airbyte-jdbc ");
    assertThat(CommandLineRun.of("qeury").exitCode()).isEqualTo(2);
    assertThat(CommandLineRun.of("query").exitCode()).isEqualTo(2);
  }

  private CommandLineRun query(String sql, String... options) {
    return CommandLineRun.of(
        Stream.concat(Stream.of("query", url(), sql), Arrays.stream(options))
            .toArray(String[]::new));
  }

  private String url() {
    ScriptedConnector connector =
        new ScriptedConnector(folder, "source-shop")
            .stream(
                    "things",
                    """
                {"id": {"type": "integer"}, "name": {"type": "string"}, "price": {"type": "number"},
                 "tags": {"type": "array"}}
                """)
                .read(
                    """
                {"record": ["things", {"id": 1, "name": "lamp", "price": 9.5, "tags": [1, {"a": "b"}]}]}
                """,
                    "{\"record\": [\"things\", {\"id\": 2, \"name\": \"\\\"big\\\"\", \"price\": null}]}",
                    "{\"record\": [\"things\", {\"id\": 3, \"name\": \"\", \"price\": 12}]}");
    return "jdbc:airbyte:source-shop?executable=%s&cache=duckdb:%s"
        .formatted(connector.write(), folder.resolve("shop.duckdb"));
  }
}
