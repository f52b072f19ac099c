package org.airbytejdbc.driver.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.airbytejdbc.testing.Background;
import org.airbytejdbc.testing.ScriptedConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be called, by name and by position, and what it answers. */
@Timeout(120)
class ProceduresTest {
  private static final String COUNT = "SELECT count(*) FROM users";

  @TempDir private Path folder;
  private Shop shop;
  private Connection connection;

  @BeforeEach
  void open() throws SQLException {
    shop = new Shop(folder);
    connection = shop.connect();
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  private List<String> call(String call) throws SQLException {
    return Shop.rows(connection, "CALL airbyte." + call);
  }

  private SQLException failure(String call, String state) {
    SQLException failure = catchThrowableOfType(SQLException.class, () -> call(call));
    assertThat(failure.getSQLState()).as(failure.getMessage()).isEqualTo(state);
    return failure;
  }

  @Test
  void checkTellsTheConnectorsOwnWords() throws SQLException {
    assertThat(call("check('shop')")).containsExactly("shop|succeeded|");
    shop.connector().check("{\"status\": \"FAILED\", \"message\": \"the shop is closed\"}").write();
    assertThat(call("check")).containsExactly("shop|failed|the shop is closed");
    failure("check('shep')", "3F000");
  }

  @Test
  void discoverTellsWhatChanged() throws SQLException {
    assertThat(call("discover()")).isEmpty();
    shop.connector().noStreams().stream(
            "users", "{\"id\": {\"type\": \"integer\"}, \"vip\": {\"type\": \"boolean\"}}")
        .stream("carts", "{\"id\": {\"type\": \"integer\"}}")
        .write();
    assertThat(call("discover(source => 'shop')"))
        .containsExactlyInAnyOrder(
            "shop|users|column added|vip|BOOLEAN",
            "shop|carts|stream added|null|null",
            "shop|orders|stream gone|null|null");
    assertThat(Shop.rows(connection, "SELECT vip FROM users WHERE false")).isEmpty();
  }

  @Test
  void specIsJsonYamlOrATemplate() throws SQLException {
    assertThat(call("spec('shop')").get(0))
        .startsWith("shop|source-shop|null|{")
        .contains("\"type\" : \"object\"");
    assertThat(call("spec(format => 'yaml')").get(0)).contains("type: \"object\"");
    assertThat(call("spec('shop', 'template')").get(0)).endsWith("|{}\n");
    failure("spec('shop', 'xml')", "22023");
    failure("spec('shopp')", "3F000");
    failure("spec('source-NONE')", "HV00N");
  }

  @Test
  void syncTakesPatternsAndAMode() throws SQLException {
    List<String> both = call("sync('users, shop.ord*')");
    assertThat(both).hasSize(2).allMatch(row -> row.contains("incremental_dedup"));
    assertThat(shop.reads()).hasSize(1);
    assertThat(call("sync('users', mode => 'full_refresh_append')").get(0))
        .startsWith("shop.users|full_refresh_append|10|20|");
    failure("sync('users, nobody')", "42P01");
    assertThat(failure("sync('users', mode => 'sideways')", "22023").getMessage())
        .contains("incremental_dedup");
  }

  @Test
  void cancelEndsWhatAnotherConnectionReads() throws Exception {
    Path began = shop.connector().file("began");
    shop.connector()
        .read(
            "{\"record\": [\"users\", {\"id\": 1}]}",
            "{\"touch\": \"" + began + "\"}",
            "{\"sleep\": 600}")
        .write();
    try (Connection other = shop.connect()) {
      CompletableFuture<SQLException> failure =
          Background.start(
              () -> catchThrowableOfType(SQLException.class, () -> Shop.rows(other, COUNT)));
      while (!Files.exists(began)) {
        Thread.sleep(10);
      }
      assertThat(call("cancel('orders')")).isEmpty();
      assertThat(call("cancel('shop.users')")).containsExactly("shop|users|1");
      assertThat(failure.get().getSQLState()).isEqualTo("57014");
      assertThat(shop.connector().calls("read"))
          .allSatisfy(read -> assertThat(ProcessHandle.of(read.pid())).isEmpty());
      assertThat(call("cancel")).isEmpty();
    }
  }

  @Test
  void resetForgetsRowsAndState() throws SQLException {
    assertThat(Shop.rows(connection, COUNT)).containsExactly("10");
    assertThat(call("reset('users')")).containsExactly("shop|users|10");
    assertThat(Shop.rows(connection, "SELECT rows FROM airbyte.streams WHERE name = 'users'"))
        .containsExactly("null");
    assertThat(Shop.rows(connection, "SELECT * FROM airbyte.state")).isEmpty();
    assertThat(Shop.rows(connection, COUNT)).containsExactly("10");
    assertThat(shop.connector().calls("read"))
        .hasSize(2)
        .allSatisfy(read -> assertThat(read.state().isNull()).isTrue());
  }

  @Test
  void previewReadsTheFirstRecordsLive() throws SQLException {
    assertThat(Shop.rows(connection, COUNT)).containsExactly("10");
    shop.connector().read("{\"record\": [\"users\", {\"id\": 77, \"name\": \"new\"}]}").write();
    assertThat(Shop.rows(connection, "CALL airbyte.preview('users', records => 3)"))
        .hasSize(1)
        .allMatch(row -> row.startsWith("77|new|"));
    assertThat(Shop.rows(connection, COUNT)).containsExactly("10");
    failure("preview('*')", "22023");
    failure("preview('users', 0)", "22023");
    failure("preview('users', 'many')", "22023");
  }

  @Test
  void aStateCanBeSetAndTakenAway() throws SQLException {
    assertThat(failure("set_state('users', '{\"cursor\": 3}')", "55006").getMessage())
        .contains("never read");
    Shop.rows(connection, COUNT);
    assertThat(call("set_state('users', '{\"cursor\": 3}')").get(0)).contains("\"cursor\":3");
    assertThat(call("sync('users')").get(0)).startsWith("shop.users|incremental_dedup|6|10|");
    assertThat(call("set_state('users')")).containsExactly("shop|users|null");
    assertThat(call("sync('users')").get(0)).startsWith("shop.users|incremental_dedup|10|10|");
    failure("set_state('users', '[1]')", "42000");
  }

  @ParameterizedTest
  @CsvSource({
    "users.parquet, read_parquet",
    "users.csv, read_csv",
    "users.json, read_json",
  })
  void anExportIsReadBackAsItWas(String name, String reader) throws SQLException {
    Path file = folder.resolve(name);
    assertThat(call("export('users', '" + file + "')").get(0)).startsWith(file + "|");
    assertThat(ReadBack.rows(reader, file, "count(*), min(name), sum(score)"))
        .containsExactly("10|user 0|15.0");
    assertThat(failure("export('users', '" + file + "')", "22023").getMessage())
        .contains("overwrite");
    assertThat(
            call(
                "export('SELECT id FROM users WHERE id < 4 -- few', '"
                    + file
                    + "', overwrite => true)"))
        .singleElement()
        .satisfies(row -> assertThat(row).contains("|4|"));
    assertThat(ReadBack.rows(reader, file, "sum(id)")).containsExactly("6");
  }

  @Test
  void anExportThatFailsLeavesTheFileAsItWas() throws Exception {
    Path file = Files.writeString(folder.resolve("kept.csv"), "old");
    failure(
        "export('SELECT error(''no'') FROM users', '" + file + "', overwrite => true)", "22000");
    assertThat(file).hasContent("old");
    failure("export('users', '" + folder.resolve("users.xls") + "')", "22023");
    assertThat(folder.resolve("kept.csv.part")).doesNotExist();
  }

  @Test
  void systemTablesCanBeExported() throws SQLException {
    Path file = folder.resolve("columns.csv");
    call("export('SELECT name FROM airbyte.columns', '" + file + "')");
    assertThat(ReadBack.rows("read_csv", file, "count(*)")).containsExactly("15");
  }

  @Test
  void aSourceCanBeAddedAndDropped() throws SQLException {
    ScriptedConnector crm =
        new ScriptedConnector(folder, "source-crm")
            .stream("leads", "{\"id\": {\"type\": \"integer\"}}")
                .read("{\"record\": [\"leads\", {\"id\": 5}]}");
    String add =
        "add_source('crm', 'source-crm', config => '{}', executable => '" + crm.write() + "')";
    assertThat(call(add).get(0)).startsWith("crm|duckdb:").endsWith("shop.duckdb|1");
    failure(add, "22023");
    assertThat(Shop.rows(connection, "SELECT u.name FROM users u JOIN crm.leads l ON l.id = u.id"))
        .containsExactly("user 5");
    assertThat(call("drop_source('crm')")).containsExactly("crm|kept");
    SQLException gone =
        catchThrowableOfType(
            SQLException.class, () -> Shop.rows(connection, "SELECT * FROM crm.leads"));
    assertThat(gone.getSQLState()).isEqualTo("3F000");
    call(add);
    assertThat(Shop.rows(connection, "SELECT count(*) FROM crm.leads")).containsExactly("1");
    assertThat(crm.calls("read")).hasSize(1);
    assertThat(call("drop_source('crm', data => true)")).containsExactly("crm|removed");
    call(add);
    assertThat(Shop.rows(connection, "SELECT count(*) FROM crm.leads")).containsExactly("1");
    assertThat(crm.calls("read")).hasSize(2);
  }

  @Test
  void aSourceThatDoesNotWorkIsNotAdded() throws SQLException {
    failure("add_source('airbyte', 'source-crm', config => '{}')", "22023");
    ScriptedConnector broken =
        new ScriptedConnector(folder, "source-broken").play("discover", "{\"exit\": 1}");
    failure(
        "add_source('broken', 'source-broken', executable => '" + broken.write() + "')", "HV000");
    assertThat(Shop.rows(connection, "SELECT name FROM airbyte.sources")).containsExactly("shop");
  }

  @Test
  void noProcedureIsCalledWithoutWhatItNeedsOrWithMore() throws SQLException {
    Set<String> all = new TreeSet<>();
    Set<String> needy = new TreeSet<>();
    try (ResultSet columns =
        connection.getMetaData().getProcedureColumns(null, "airbyte", "%", "%")) {
      while (columns.next()) {
        all.add(columns.getString("PROCEDURE_NAME"));
        if (columns.getString("IS_NULLABLE").equals("NO")) {
          needy.add(columns.getString("PROCEDURE_NAME"));
        }
      }
    }
    assertThat(needy).contains("add_source", "drop_source", "export", "preview", "set_state");
    needy.forEach(name -> failure(name + "()", "22023"));
    assertThat(all).hasSizeGreaterThan(10);
    all.forEach(name -> failure(name + "(nonsense => 1)", "22023"));
    for (String name : List.of("sync", "preview", "reset", "set_state")) {
      failure(name + "('nobody')", "42P01");
    }
    failure("nothing()", "42883");
    assertThat(shop.reads()).isEmpty();
  }

  @Test
  void vacuumDropsWhatIsLeftOver() throws SQLException {
    call("preview('users')");
    Shop.rows(connection, COUNT);
    assertThat(call("vacuum").get(0)).contains("shop.duckdb|1|");
    assertThat(call("vacuum").get(0)).contains("shop.duckdb|0|");
    assertThat(Shop.rows(connection, COUNT)).containsExactly("10");
  }

  @Test
  void vacuumLeavesASyncThatRunsAlone() throws Exception {
    Path go = folder.resolve("go");
    shop.connector()
        .read(
            """
            {"records": {"stream": "users", "count": 5, "state_every": 5, "template": {"id": "$i"}}}
            """,
            "{\"await\": \"" + go + "\"}",
            """
            {"records": {"stream": "users", "count": 10, "state_every": 5, "template": {"id": "$i"}}}
            """)
        .write();
    try (Connection other = shop.connect()) {
      CompletableFuture<SQLException> failure =
          Background.start(
              () -> catchThrowableOfType(SQLException.class, () -> Shop.rows(other, COUNT)));
      while (Shop.rows(connection, "SELECT 1 FROM airbyte.running WHERE records > 4").isEmpty()) {
        Thread.sleep(5);
      }
      assertThat(call("vacuum").get(0)).contains("shop.duckdb|0|");
      Files.createFile(go);
      assertThat((Throwable) failure.get()).isNull();
    }
    assertThat(Shop.rows(connection, COUNT)).containsExactly("10");
    assertThat(shop.reads()).hasSize(1);
  }

  @Test
  void theJdbcEscapeTakesParameters() throws SQLException {
    try (CallableStatement call = connection.prepareCall("{call airbyte.sync(?, mode => ?)}")) {
      call.setString(1, "users");
      call.setString(2, "full_refresh_overwrite");
      assertThat(Shop.rows(call.executeQuery()).get(0))
          .startsWith("shop.users|full_refresh_overwrite|10|10|");
    }
  }
}
