package org.airbytejdbc.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.airbytejdbc.testing.ScriptedConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * DBeaver's data tab: the first rows, the next page, the count, cancelling, closing. One connection
 * is for the data and another for the metadata, to one cache file.
 */
@Timeout(120)
class DBeaverDataIT {
  private static final int PAGE = 200;
  private static final String SELECT = "SELECT * FROM \"shop\".\"orders\"";

  @TempDir private Path folder;
  private ScriptedConnector connector;
  private Connection main;
  private Connection metadata;

  @BeforeEach
  void connect() throws SQLException {
    connector =
        new ScriptedConnector(folder, "source-shop")
            .stream("orders", "{\"id\": {\"type\": \"integer\"}, \"name\": {\"type\": \"string\"}}")
                .read(
                    """
                {"records": {"stream": "orders", "count": 1000,
                  "template": {"id": "$i", "name": "order $i"}}}
                """);
    connector.write();
    Source shop =
        () ->
            "jdbc:airbyte:source-shop?executable=%s&%s"
                .formatted(
                    Source.encoded(connector.executable().toString()),
                    Source.cache(folder, "shop"));
    main = shop.connect();
    metadata = shop.connect();
    main.setReadOnly(true);
    main.setAutoCommit(false);
  }

  @AfterEach
  void close() throws SQLException {
    main.rollback();
    main.close();
    metadata.close();
    assertThat(connector.calls())
        .allSatisfy(call -> assertThat(ProcessHandle.of(call.pid())).isEmpty());
  }

  @Test
  void theFirstPageIsShown() throws SQLException {
    try (Statement statement = main.createStatement()) {
      statement.setFetchSize(PAGE);
      statement.setMaxRows(PAGE);
      assertThat(statement.execute(SELECT)).isTrue();
      try (ResultSet rows = statement.getResultSet()) {
        describe(rows.getMetaData());
        assertThat(rows(rows)).isEqualTo(PAGE);
      }
      statement.getWarnings();
      assertThat(statement.getMoreResults()).isFalse();
      assertThat(statement.getUpdateCount()).isEqualTo(-1);
    }
  }

  @Test
  void theTablesColumnsAreReadWhileItsRowsAreOpen() throws SQLException {
    try (Statement statement = main.createStatement()) {
      statement.setMaxRows(PAGE);
      try (ResultSet rows = statement.executeQuery(SELECT)) {
        assertThat(rows.next()).isTrue();
        assertThat(
                Rows.column(
                    metadata.getMetaData().getColumns(null, "shop", "orders", "%"), "COLUMN_NAME"))
            .startsWith("id", "name");
        assertThat(Rows.number(metadata, "SELECT count(*) FROM shop.orders")).isEqualTo(1000);
        assertThat(rows(rows)).isEqualTo(PAGE - 1);
      }
    }
  }

  @Test
  void theNextPageIsScrolledTo() throws SQLException {
    try (Statement statement =
        main.createStatement(ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_READ_ONLY)) {
      statement.setFetchSize(PAGE);
      statement.setMaxRows(2 * PAGE);
      try (ResultSet rows = statement.executeQuery(SELECT)) {
        assertThat(rows.absolute(PAGE)).isTrue();
        assertThat(rows(rows)).isEqualTo(PAGE);
      }
    }
  }

  @Test
  void aFilterAndAnOrderAreAdded() throws SQLException {
    try (Statement statement = main.createStatement()) {
      statement.setMaxRows(PAGE);
      try (ResultSet rows =
          statement.executeQuery(
              "SELECT t.* FROM \"shop\".\"orders\" t WHERE t.id > 990 ORDER BY t.name DESC")) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getString("name")).isEqualTo("order 999");
        assertThat(rows(rows)).isEqualTo(8);
      }
    }
    assertThat(Rows.number(main, "SELECT COUNT(*) FROM \"shop\".\"orders\"")).isEqualTo(1000);
  }

  @Test
  void aReadIsCancelledAndTheConnectionGoesOn() throws Exception {
    connector
        .read(
            "{\"record\": [\"orders\", {\"id\": 1, \"name\": \"only\"}]}",
            "{\"touch\": \"%s\"}".formatted(connector.file("reading")),
            "{\"sleep\": 600}")
        .write();
    ExecutorService editor = Executors.newSingleThreadExecutor();
    try (Statement statement = main.createStatement()) {
      Future<SQLException> failure =
          editor.submit(
              () ->
                  catchThrowableOfType(
                      SQLException.class, () -> statement.execute("SELECT count(*) FROM orders")));
      while (!Files.exists(connector.file("reading"))) {
        Thread.sleep(10);
      }
      statement.cancel();
      assertThat(failure.get().getSQLState()).isEqualTo("57014");
    } finally {
      editor.shutdown();
    }
    main.rollback();
    assertThat(Rows.number(main, "SELECT 1")).isEqualTo(1);
  }

  @Test
  void theConnectionIsPinged() throws SQLException {
    assertThat(main.isValid(5)).isTrue();
    assertThat(
            Rows.column(
                main.getMetaData().getTables(null, null, "DBEAVERFAKETABLENAMEFORPING", null),
                "TABLE_NAME"))
        .isEmpty();
  }

  private static void describe(ResultSetMetaData columns) throws SQLException {
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      assertThat(columns.getCatalogName(i)).isNotNull();
      assertThat(columns.getSchemaName(i)).isEqualTo("shop");
      assertThat(columns.getTableName(i)).isEqualTo("orders");
      assertThat(columns.getColumnLabel(i)).isEqualTo(columns.getColumnName(i));
      assertThat(columns.getColumnTypeName(i)).isNotBlank();
      assertThat(columns.getColumnClassName(i)).isNotBlank();
      columns.getColumnType(i);
      columns.isNullable(i);
      columns.getPrecision(i);
      columns.getScale(i);
    }
  }

  private static int rows(ResultSet rows) throws SQLException {
    int count = 0;
    while (rows.next()) {
      assertThat(rows.getObject("id")).isInstanceOf(Long.class);
      assertThat(rows.getObject("name")).isInstanceOf(String.class);
      count++;
    }
    return count;
  }
}
