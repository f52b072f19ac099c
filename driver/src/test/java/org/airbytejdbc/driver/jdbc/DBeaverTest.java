package org.airbytejdbc.driver.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The calls of DBeaver's generic driver, in its order: connect, tree, data tab, count, close. */
@Timeout(120)
class DBeaverTest {
  private static final int SCROLL = ResultSet.TYPE_SCROLL_INSENSITIVE;
  private static final int READ_ONLY = ResultSet.CONCUR_READ_ONLY;

  @TempDir private Path folder;

  @Test
  void aSessionOfDBeaverWorks() throws SQLException {
    Shop shop = new Shop(folder);
    try (Connection main = shop.connect();
        Connection metadata = shop.connect()) {
      connect(main);
      connect(metadata);
      info(metadata.getMetaData());
      tree(metadata.getMetaData());
      assertThat(shop.reads()).isEmpty();
      dataTab(main);
      nextPage(main);
      assertThat(Shop.rows(main, "SELECT COUNT(*) FROM \"shop\".\"users\"")).containsExactly("10");
      main.rollback();
      ping(metadata);
    }
  }

  private static void connect(Connection connection) throws SQLException {
    connection.setReadOnly(true);
    connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
    connection.setAutoCommit(false);
    assertThat(connection.getAutoCommit()).isFalse();
    connection.commit();
  }

  private static void info(DatabaseMetaData metadata) throws SQLException {
    assertThat(metadata.isReadOnly()).isTrue();
    assertThat(metadata.getDatabaseProductName()).isNotEmpty();
    assertThat(metadata.getDatabaseProductVersion()).isNotEmpty();
    assertThat(metadata.getDriverName()).isNotEmpty();
    assertThat(metadata.getSchemaTerm()).isNotEmpty();
    assertThat(metadata.getIdentifierQuoteString()).isEqualTo("\"");
    assertThat(metadata.getSQLKeywords()).isNotEmpty();
    assertThat(metadata.getStringFunctions()).isNotEmpty();
    assertThat(metadata.supportsSchemasInDataManipulation()).isTrue();
    assertThat(metadata.supportsCatalogsInDataManipulation()).isFalse();
    assertThat(column(metadata.getClientInfoProperties(), "NAME")).isNotEmpty();
  }

  private static void tree(DatabaseMetaData metadata) throws SQLException {
    assertThat(column(metadata.getTypeInfo(), "TYPE_NAME")).isNotEmpty();
    assertThat(column(metadata.getCatalogs(), "TABLE_CAT")).isEmpty();
    assertThat(column(metadata.getSchemas(null, "%"), "TABLE_SCHEM")).contains("shop");
    assertThat(column(metadata.getTableTypes(), "TABLE_TYPE")).contains("TABLE");
    assertThat(column(metadata.getTables(null, "shop", "%", null), "TABLE_NAME"))
        .containsExactly("orders", "users");
    assertThat(column(metadata.getColumns(null, "shop", "users", "%"), "COLUMN_NAME"))
        .containsExactly(
            "id", "name", "score", "_airbyte_raw_id", "_airbyte_extracted_at", "_airbyte_meta");
    assertThat(column(metadata.getColumns(null, "shop", "users", "%"), "REMARKS"))
        .contains("Full name");
    assertThat(column(metadata.getPrimaryKeys(null, "shop", "%"), "COLUMN_NAME"))
        .containsExactly("id", "id");
    assertThat(column(metadata.getImportedKeys(null, "shop", "users"), "FK_NAME")).isEmpty();
    assertThat(column(metadata.getExportedKeys(null, "shop", "users"), "FK_NAME")).isEmpty();
    assertThat(column(metadata.getIndexInfo(null, "shop", "users", false, true), "INDEX_NAME"))
        .isEmpty();
    assertThat(column(metadata.getProcedures(null, "airbyte", "%"), "PROCEDURE_NAME"))
        .contains("sync");
    assertThat(column(metadata.getFunctions(null, "shop", "%"), "FUNCTION_NAME")).isEmpty();
    assertThat(column(metadata.getUDTs(null, "shop", "%", null), "TYPE_NAME")).isEmpty();
  }

  private static void dataTab(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(200);
      statement.setMaxRows(200);
      assertThat(statement.execute("SELECT * FROM \"shop\".\"users\"")).isTrue();
      try (ResultSet rows = statement.getResultSet()) {
        assertThat(statement.getUpdateCount()).isEqualTo(-1);
        assertThat(statement.getWarnings().getSQLState()).isEqualTo("01P01");
        ResultSetMetaData columns = rows.getMetaData();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
          assertThat(columns.getTableName(i) + columns.getSchemaName(i) + columns.getCatalogName(i))
              .isNotNull();
          assertThat(columns.getColumnClassName(i)).isNotEmpty();
          assertThat(columns.isNullable(i)).isEqualTo(ResultSetMetaData.columnNullable);
        }
        assertThat(Shop.rows(rows)).hasSize(10);
      }
    }
  }

  private static void nextPage(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement(SCROLL, READ_ONLY)) {
      statement.setMaxRows(400);
      try (ResultSet rows = statement.executeQuery("SELECT * FROM \"shop\".\"users\"")) {
        assertThat(rows.next()).isTrue();
      }
    }
  }

  private static void ping(Connection connection) throws SQLException {
    assertThat(connection.isValid(5)).isTrue();
    assertThat(
            column(
                connection.getMetaData().getTables(null, null, "DBEAVERFAKETABLENAMEFORPING", null),
                "TABLE_NAME"))
        .isEmpty();
  }

  private static List<String> column(ResultSet rows, String label) throws SQLException {
    try (rows) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(label));
      }
      return values;
    }
  }
}
