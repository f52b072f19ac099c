package org.airbytejdbc.driver.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Views and tables of the user's own, over a connector that is a real process. */
@Timeout(120)
class OwnTablesTest {
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

  private long run(String sql) throws SQLException {
    return run(connection, sql);
  }

  private static long run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      assertThat(statement.execute(sql)).isFalse();
      return statement.getLargeUpdateCount();
    }
  }

  private List<String> rows(String sql) throws SQLException {
    return Shop.rows(connection, sql);
  }

  @Test
  void aViewReadsNothingWhenItIsMadeAndJustItsStreamsWhenItIsQueried() throws SQLException {
    assertThat(run("CREATE VIEW few AS SELECT id, name FROM users WHERE id < 3")).isZero();
    run("CREATE VIEW fewer AS FROM few WHERE id > 0");
    assertThat(shop.reads()).isEmpty();

    assertThat(rows("SELECT name FROM fewer ORDER BY id")).containsExactly("user 1", "user 2");
    assertThat(rows("SELECT name FROM main.fewer ORDER BY id")).hasSize(2);
    assertThat(shop.reads()).containsExactly(List.of("users"));
    assertThat(rows("SELECT f.name, o.id FROM few f JOIN orders o ON o.id = f.id"))
        .containsExactlyInAnyOrder("user 0|0", "user 1|1", "user 2|2");
    assertThat(shop.reads()).containsExactly(List.of("users"), List.of("orders"));
  }

  @Test
  void theFirstRowsOfAViewAreThoseOfItsQuery() throws SQLException {
    run("CREATE VIEW last AS SELECT * FROM users ORDER BY id DESC");
    assertThat(rows("SELECT id FROM last LIMIT 2")).containsExactly("9", "8");
    try (Statement statement = connection.createStatement()) {
      statement.setMaxRows(2);
      assertThat(Shop.rows(statement.executeQuery("SELECT id FROM main.last")))
          .containsExactly("9", "8");
      assertThat((Object) statement.getWarnings()).isNull();
    }
    assertThat(rows("SELECT id FROM last WHERE 1 = 0")).isEmpty();
  }

  @Test
  void aViewMeansTheSameWhateverTheCurrentSchema() throws SQLException {
    run(
        "CREATE OR REPLACE VIEW mixed AS SELECT u.name, /* ; AS */ 'x;AS' AS \"as\" FROM users u"
            + " WHERE EXISTS (SELECT 1 FROM orders WHERE orders.id = u.id);");
    connection.setSchema("main");
    assertThat(rows("SELECT * FROM mixed ORDER BY 1"))
        .containsExactly("user 0|x;AS", "user 1|x;AS", "user 2|x;AS");
    connection.setSchema("airbyte");
    assertThat(rows("SELECT count(*) FROM mixed")).containsExactly("3");
  }

  @Test
  void aTableIsMadeOfWhatWasReadForIt() throws SQLException {
    assertThat(run("CREATE TABLE copy AS SELECT id, name FROM users")).isEqualTo(10);
    assertThat(shop.reads()).containsExactly(List.of("users"));
    assertThat(run("INSERT INTO copy VALUES (10, 'ten'), (11, 'eleven')")).isEqualTo(2);
    assertThat(run("INSERT INTO copy (id) SELECT id + 100 FROM orders")).isEqualTo(3);
    assertThat(shop.reads()).containsExactly(List.of("users"), List.of("orders"));
    assertThat(run("UPDATE copy SET name = upper(u.name) FROM users u WHERE u.id = copy.id"))
        .isEqualTo(10);
    assertThat(run("DELETE FROM copy AS c WHERE c.id IN (SELECT id FROM orders)")).isEqualTo(3);
    assertThat(rows("SELECT count(*), min(name) FROM copy")).containsExactly("12|USER 3");
    assertThat(rows("SELECT c.name FROM copy c JOIN users USING (id) WHERE id = 4"))
        .containsExactly("USER 4");
    run("ALTER TABLE copy ADD COLUMN note VARCHAR DEFAULT 'none'");
    run("ALTER TABLE copy RENAME COLUMN note TO remark");
    run("ALTER TABLE main.copy RENAME TO kept");
    assertThat(rows("SELECT DISTINCT remark FROM kept")).containsExactly("none");
    run("ALTER TABLE kept DROP COLUMN remark");
    run("TRUNCATE TABLE kept");
    assertThat(rows("SELECT count(*) FROM kept")).containsExactly("0");
    run("DROP TABLE kept");
    run("DROP TABLE IF EXISTS kept");
    assertThat(run("CREATE TABLE IF NOT EXISTS some AS FROM users WITH NO DATA")).isZero();
  }

  @Test
  void preparedStatementsReadAndWriteThem() throws SQLException {
    run("CREATE TABLE notes (id INTEGER PRIMARY KEY, text VARCHAR NOT NULL)");
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO notes VALUES (?, ?)")) {
      assertThat(insert.getMetaData()).isNull();
      assertThat(insert.getParameterMetaData().getParameterTypeName(1)).isEqualTo("INTEGER");
      for (int i = 0; i < 3; i++) {
        insert.setInt(1, i);
        insert.setString(2, "note " + i);
        insert.addBatch();
      }
      assertThat(insert.executeBatch()).containsExactly(1, 1, 1);
    }
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT u.name, n.text FROM users u JOIN notes n USING (id) WHERE id = ?")) {
      assertThat(query.getMetaData().getColumnCount()).isEqualTo(2);
      query.setInt(1, 2);
      assertThat(Shop.rows(query.executeQuery())).containsExactly("user 2|note 2");
    }
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM notes WHERE id > ? RETURNING text")) {
      assertThat(delete.getMetaData().getColumnName(1)).isEqualTo("text");
      delete.setInt(1, 0);
      assertThat(Shop.rows(delete.executeQuery())).containsExactlyInAnyOrder("note 1", "note 2");
    }
    assertThat(rows("SELECT id FROM notes")).containsExactly("0");
    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(() -> run("INSERT INTO notes VALUES (0, 'again')"))
        .satisfies(e -> assertThat(e.getSQLState()).isEqualTo("23000"));
  }

  @Test
  void aViewOnItselfIsRefused() throws SQLException {
    run("CREATE VIEW v AS SELECT 1 AS one");
    run("CREATE VIEW w AS FROM v");
    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(() -> run("CREATE OR REPLACE VIEW v AS FROM w"))
        .withMessageContaining("built on itself");
    run("DROP VIEW v");
    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(() -> rows("FROM w"))
        .withMessageContaining("which the view w reads");
  }

  @Test
  void temporaryOnesAreTheConnectionsAlone() throws SQLException {
    try (Connection other = shop.connect()) {
      assertThat(run("CREATE TEMP TABLE mine AS SELECT id FROM users WHERE id < 2")).isEqualTo(2);
      run("CREATE TEMPORARY VIEW more AS SELECT id + 1 AS id FROM mine");
      run("INSERT INTO mine VALUES (7)");
      assertThat(rows("SELECT u.name FROM more m JOIN users u USING (id) ORDER BY id"))
          .containsExactly("user 1", "user 2", "user 8");
      assertThat(rows("SELECT count(*) FROM temp.mine")).containsExactly("3");
      assertThatExceptionOfType(SQLException.class)
          .isThrownBy(() -> Shop.rows(other, "SELECT * FROM mine"))
          .satisfies(e -> assertThat(e.getSQLState()).isEqualTo("42P01"));
      assertThatExceptionOfType(SQLException.class)
          .isThrownBy(() -> run("CREATE VIEW stays AS FROM mine"))
          .withMessageContaining("is temporary");
    }
    connection.close();
    connection = shop.connect();
    assertThatExceptionOfType(SQLException.class).isThrownBy(() -> rows("SELECT * FROM mine"));
  }

  @Test
  void aTransactionIsCommittedOrRolledBackWhole() throws SQLException {
    run("CREATE TABLE log (line VARCHAR)");
    assertThat(rows("SELECT count(*) FROM users")).containsExactly("10");
    try (Connection other = shop.connect()) {
      connection.setAutoCommit(false);
      run("INSERT INTO log VALUES ('lost')");
      run("CREATE TABLE also AS SELECT id FROM users");
      assertThat(rows("SELECT count(*) FROM log, also")).containsExactly("10");
      assertThat(Shop.rows(other, "SELECT count(*) FROM log")).containsExactly("0");
      connection.rollback();
      assertThat(rows("SELECT count(*) FROM log")).containsExactly("0");
      assertThatExceptionOfType(SQLException.class).isThrownBy(() -> rows("FROM also"));
      run("INSERT INTO log VALUES ('kept')");
      connection.commit();
      assertThat(Shop.rows(other, "FROM log")).containsExactly("kept");
      run("INSERT INTO log VALUES ('kept, too')");
      connection.setAutoCommit(true);
      assertThat(Shop.rows(other, "FROM log")).containsExactly("kept", "kept, too");
      connection.setAutoCommit(false);
      run("DELETE FROM log");
      connection.close();
      assertThat(Shop.rows(other, "FROM log")).hasSize(2);
    }
  }

  @Test
  void aTransactionThatFailedOrCannotSeeTheRowsSaysSo() throws SQLException {
    run("CREATE TABLE log (line INTEGER)");
    connection.setAutoCommit(false);
    run("INSERT INTO log VALUES (1)");
    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(() -> run("INSERT INTO log SELECT id FROM users"))
        .withMessageContaining("after the transaction began")
        .satisfies(e -> assertThat(e.getSQLState()).isEqualTo("25001"));
    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(() -> run("INSERT INTO log VALUES ('no number')"))
        .satisfies(e -> assertThat(e.getSQLState()).isEqualTo("22P02"));
    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(() -> rows("FROM log"))
        .satisfies(e -> assertThat(e.getSQLState()).isEqualTo("25P02"));
    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(connection::commit)
        .satisfies(e -> assertThat(e.getSQLState()).isEqualTo("25P02"));
    assertThat(run("INSERT INTO log SELECT id FROM users")).isEqualTo(10);
    connection.commit();
    assertThat(rows("SELECT count(*) FROM log")).containsExactly("10");
  }

  @Test
  void aReadOnlyConnectionWritesNothing() throws SQLException {
    connection.setReadOnly(true);
    assertThat(connection.getMetaData().isReadOnly()).isTrue();
    for (String sql : List.of("CREATE VIEW v AS FROM users", "CREATE TEMP TABLE t AS FROM users")) {
      assertThatExceptionOfType(SQLException.class)
          .isThrownBy(() -> run(sql))
          .satisfies(e -> assertThat(e.getSQLState()).isEqualTo("25006"));
    }
    assertThat(shop.reads()).isEmpty();
    connection.setReadOnly(false);
    run("CREATE VIEW v AS FROM users");
  }

  @Test
  void metadataAndListingsShowThem() throws SQLException {
    run("CREATE TABLE t (a INTEGER PRIMARY KEY, b VARCHAR)");
    run("CREATE VIEW v AS SELECT id, name FROM users");
    run("CREATE TEMP TABLE tt (a DATE)");
    try (ResultSet tables =
        connection
            .getMetaData()
            .getTables(null, null, "%", new String[] {"VIEW", "TABLE", "LOCAL TEMPORARY"})) {
      assertThat(Shop.rows(tables).stream().map(row -> row.split("\\|remarks")[0]))
          .extracting(row -> String.join("|", List.of(row.split("\\|")).subList(1, 4)))
          .containsExactly(
              "temp|tt|LOCAL TEMPORARY",
              "main|t|TABLE",
              "shop|orders|TABLE",
              "shop|users|TABLE",
              "main|v|VIEW");
    }
    try (ResultSet columns = connection.getMetaData().getColumns(null, "main", "%", "%")) {
      StringBuilder all = new StringBuilder();
      while (columns.next()) {
        all.append(columns.getString("TABLE_NAME"))
            .append('.')
            .append(columns.getString("COLUMN_NAME"))
            .append(' ')
            .append(columns.getString("TYPE_NAME"))
            .append(' ')
            .append(columns.getString("IS_NULLABLE"))
            .append('\n');
      }
      assertThat(all)
          .hasToString(
              "t.a INTEGER NO\nt.b VARCHAR YES\nv.id BIGINT YES\n" + "v.name VARCHAR YES\n");
    }
    try (ResultSet keys = connection.getMetaData().getPrimaryKeys(null, "main", "t")) {
      assertThat(keys.next()).isTrue();
      assertThat(keys.getString("COLUMN_NAME")).isEqualTo("a");
    }
    assertThat(rows("SHOW TABLES FROM main")).containsExactly("t", "v");
    assertThat(rows("SHOW ALL TABLES")).anyMatch(row -> row.startsWith("main|v|[id, name]"));
    assertThat(rows("DESCRIBE v")).first().asString().startsWith("id|BIGINT");
    assertThat(shop.reads()).isEmpty();
    try (Connection other = shop.connect()) {
      assertThat(Shop.rows(other, "SHOW TABLES FROM main")).containsExactly("t", "v");
      assertThat(Shop.rows(other, "SHOW TABLES FROM temp")).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CALL airbyte.reset('shop.*')",
        "CALL airbyte.sync('users', fullRefresh => true)",
        "CALL airbyte.vacuum()",
        "CALL airbyte.drop_source('shop', data => true)"
      })
  void nothingThatIsDoneToStreamsTakesThemAway(String call) throws SQLException {
    run("CREATE TABLE t AS SELECT id FROM users");
    run("CREATE VIEW v AS SELECT id FROM users");
    rows(call);
    try (Connection again = shop.connect()) {
      assertThat(Shop.rows(again, "SELECT count(*) FROM main.t")).containsExactly("10");
      assertThat(Shop.rows(again, "SELECT count(*) FROM v")).containsExactly("10");
    }
  }

  @Test
  void explainTellsWhatBecomesOfTheStreamsOfAView() throws SQLException {
    run("CREATE VIEW v AS SELECT id FROM users");
    assertThat(rows("EXPLAIN SELECT * FROM v LIMIT 1"))
        .anyMatch(row -> row.contains("shop.users") && row.contains("|read|"));
    assertThat(shop.reads()).isEmpty();
    assertThat(rows("/*+ refresh=never */ SELECT count(*) FROM airbyte.columns")).hasSize(1);
    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(() -> rows("/*+ refresh=never */ FROM v"))
        .satisfies(e -> assertThat(e.getSQLState()).isEqualTo("55006"));
    rows("EXPLAIN ANALYZE SELECT * FROM v");
    assertThat(shop.reads()).containsExactly(List.of("users"));
  }

  @Test
  void rowsOfAViewCanBeScrolled() throws SQLException {
    run("CREATE VIEW v AS SELECT id FROM users ORDER BY id");
    try (Statement statement =
            connection.createStatement(
                ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_READ_ONLY);
        ResultSet rows = statement.executeQuery("FROM v")) {
      assertThat(rows.last()).isTrue();
      assertThat(rows.getInt(1)).isEqualTo(9);
    }
    assertThat(rows("SHOW TABLES FROM temp")).isEmpty();
  }
}
