package org.airbytejdbc.driver;

import static org.airbytejdbc.driver.BadShop.TEN_EVENTS;
import static org.airbytejdbc.driver.BadShop.events;
import static org.airbytejdbc.driver.BadShop.failure;
import static org.airbytejdbc.driver.BadShop.numbersTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import org.airbytejdbc.driver.error.SqlState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Connectors that say odd things, none of which may cost a row. */
@Timeout(120)
class OddConnectorTest {
  private static final JsonMapper JSON = JsonMapper.shared();

  @TempDir private Path folder;
  private BadShop shop;

  @BeforeEach
  void open() {
    shop = new BadShop(folder);
  }

  @AfterEach
  void close() throws IOException {
    shop.close();
  }

  @Test
  void whatIsNoMessageOrOfNoConcernIsReadPast() throws Exception {
    shop.connector()
        .read(
            "{\"write\": \"%$& \\u0000\\u001b[0m no JSON 🙈\"}",
            "{\"write\": \"\"}",
            "{\"write\": \"{\\\"half\\\": \"}",
            "{\"write\": \"[1, 2]\"}",
            "{\"message\": {\"type\": \"WEATHER\", \"weather\": {\"rain\": true}}}",
            "{\"message\": {\"type\": \"TRACE\", \"trace\": {\"type\": \"WEATHER\"}}}",
            """
            {"message": {"type": "CONTROL", "control": {"type": "CONNECTOR_CONFIG", "emitted_at": 1,
              "connectorConfig": {"config": {"password": "new"}}}}}
            """,
            TEN_EVENTS,
            "{\"raw\": \"bye\"}")
        .write();
    assertThat(shop.events()).isEqualTo(numbersTo(10));
  }

  @Test
  void aStreamWithoutAnyStateIsReadWhole() throws Exception {
    String noStates = TEN_EVENTS.replace("\"state_every\": 5,", "");
    assertThat(noStates).isNotEqualTo(TEN_EVENTS);
    shop.connector().read(noStates).write();
    assertThat(shop.events()).isEqualTo(numbersTo(10));
    assertThat(shop.rows("SELECT n FROM events ORDER BY n", "refresh=always"))
        .isEqualTo(numbersTo(10));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        {"message": {"type": "STATE", "state": {"type": "GLOBAL", "global": {
          "shared_state": {"lsn": 7}, "stream_states": [
            {"stream_descriptor": {"name": "events"}, "stream_state": {"cursor": 9}}]}}}}""",
        "{\"message\": {\"type\": \"STATE\", \"state\": {\"type\": \"LEGACY\", \"data\": {\"lsn\": 7}}}}",
        "{\"message\": {\"type\": \"STATE\", \"state\": {\"data\": {\"lsn\": 7}}}}",
      })
  void aStateOfAllStreamsIsGivenBackAsItCame(String state) throws Exception {
    String noStates = TEN_EVENTS.replace("\"state_every\": 5,", "");
    shop.connector().read(noStates, state, "{\"exit\": 1}").write();
    failure(SqlState.CONNECTOR_FAILED, shop::events, "exit code 1");
    shop.connector().read(state).write();
    assertThat(shop.rows("SELECT n FROM events ORDER BY n")).isEqualTo(numbersTo(10));
    assertThat(shop.connector().calls("read").get(1).state().toString()).contains("\"lsn\":7");
  }

  @Test
  void aValueThatDoesNotFitItsTypeCostsTheValueAndIsTold() throws Exception {
    shop.connector()
        .read(
            "{\"record\": [\"events\", {\"n\": \"many\", \"text\": \"kept\"}]}",
            "{\"record\": [\"events\", {\"n\": 1e40, \"text\": \"too large\"}]}",
            "{\"record\": [\"events\", {\"n\": 3, \"text\": \"fits\"}]}")
        .write();
    assertThat(shop.rows("SELECT n, text FROM events ORDER BY text"))
        .containsExactly("3|fits", "null|kept", "null|too large");
    assertThat(
            shop.rows(
                "SELECT _airbyte_meta->>'$.changes[0].field', _airbyte_meta->>'$.changes[0].change'"
                    + " FROM events WHERE n IS NULL"))
        .containsExactly("n|NULLED", "n|NULLED");
  }

  @Test
  void aStreamThatVanishedKeepsItsRowsAndSaysSo() throws Exception {
    assertThat(shop.events()).isEqualTo(numbersTo(10));
    shop.connector().noStreams().stream("others", "{\"id\": {\"type\": \"integer\"}}").write();
    failure(
        SqlState.STREAM_GONE,
        () -> shop.events("refreshCatalog=true", "refresh=always"),
        "events",
        "refresh=never");
    assertThat(shop.events("refresh=never")).isEqualTo(numbersTo(10));
    shop.connector().stream(
            "events", "{\"n\": {\"type\": \"integer\"}, \"text\": {\"type\": \"string\"}}")
        .read(events(12))
        .write();
    assertThat(shop.events("refreshCatalog=true", "refresh=always")).isEqualTo(numbersTo(12));
  }

  @Test
  void hostileNamesAreFoundInMetadataAndRead() throws Exception {
    List<String> names =
        List.of(
            "a\"; DROP SCHEMA shop; --",
            "it's",
            "db.schema.table",
            "../../etc/passwd",
            "x".repeat(300),
            "😀",
            "SELECT",
            "order",
            "_airbyte_raw_id",
            "${HOME}%s\n?",
            "Ünïcödé");
    shop.connector().noStreams();
    String[] steps = new String[names.size()];
    for (int i = 0; i < steps.length; i++) {
      ObjectNode type = JSON.createObjectNode();
      type.putObject(names.get(i)).put("type", "integer");
      shop.connector().stream(names.get(i), type.toString());
      ObjectNode record = JSON.createObjectNode();
      record.putArray("record").add(names.get(i)).addObject().put(names.get(i), i);
      steps[i] = record.toString();
    }
    shop.connector().read(steps).write();
    try (Connection connection = shop.connect()) {
      List<String> values = new ArrayList<>();
      try (ResultSet columns = connection.getMetaData().getColumns(null, "shop", "%", "%")) {
        while (columns.next()) {
          if (columns.getInt("ORDINAL_POSITION") == 1) {
            String table = columns.getString("TABLE_NAME");
            String column = columns.getString("COLUMN_NAME");
            values.addAll(BadShop.rows(connection, select(column, table)));
          }
        }
      }
      assertThat(values).containsExactlyInAnyOrderElementsOf(numbersTo(names.size()));
    }
    assertThat(folder.resolve("etc")).doesNotExist();
  }

  private static String select(String column, String table) {
    return "SELECT \"" + column + "\" FROM shop.\"" + table + "\"";
  }
}
