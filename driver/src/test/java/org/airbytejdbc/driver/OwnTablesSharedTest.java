package org.airbytejdbc.driver;

import static org.airbytejdbc.driver.BadShop.numbersTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.airbytejdbc.driver.error.SqlState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Views and tables of the user's own in a file that two processes share. */
@Timeout(120)
class OwnTablesSharedTest {
  @TempDir private Path folder;
  private BadShop shop;
  private Connection connection;

  @BeforeEach
  void open() throws SQLException {
    shop = new BadShop(folder);
    connection = shop.connect();
  }

  @AfterEach
  void close() throws SQLException, IOException {
    connection.close();
    shop.close();
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private List<String> elsewhere(String sql) throws IOException {
    return OtherProcess.run(folder, shop.url("lockTimeout=1s"), sql);
  }

  @Test
  void bothSeeWhatEitherHasMade() throws Exception {
    run("CREATE VIEW v AS SELECT n FROM events ORDER BY n");
    assertThat(elsewhere("SELECT n FROM v")).isEqualTo(numbersTo(10));
    assertThat(elsewhere("CREATE TABLE t AS SELECT count(*) AS n FROM v"))
        .first()
        .asString()
        .contains("gives no rows");
    assertThat(elsewhere("INSERT INTO t SELECT 11 RETURNING n")).containsExactly("11");
    assertThat(BadShop.rows(connection, "SELECT n FROM t ORDER BY n")).containsExactly("10", "11");
    assertThat(BadShop.rows(connection, "SHOW TABLES FROM main")).containsExactly("t", "v");
  }

  @Test
  void theFileIsHeldAsLongAsThereIsATransactionOrSomethingTemporary() throws Exception {
    run("CREATE TABLE t (n INTEGER)");
    assertThat(elsewhere("SELECT count(*) FROM t")).containsExactly("0");
    run("CREATE TEMP TABLE mine (n INTEGER)");
    assertThat(elsewhere("SELECT count(*) FROM t"))
        .first()
        .asString()
        .startsWith(SqlState.CACHE_LOCKED.code());
    run("DROP TABLE mine");
    assertThat(elsewhere("SELECT count(*) FROM t")).containsExactly("0");
    connection.setAutoCommit(false);
    run("INSERT INTO t VALUES (1)");
    assertThat(elsewhere("SELECT count(*) FROM t"))
        .first()
        .asString()
        .startsWith(SqlState.CACHE_LOCKED.code());
    connection.commit();
    assertThat(elsewhere("SELECT count(*) FROM t")).containsExactly("1");
  }
}
