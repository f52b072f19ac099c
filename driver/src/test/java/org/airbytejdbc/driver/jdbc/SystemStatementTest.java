package org.airbytejdbc.driver.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.airbytejdbc.driver.result.MemoryTable;
import org.airbytejdbc.driver.system.SystemTable;
import org.airbytejdbc.driver.system.SystemTables;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** System tables answer every kind of query as streams do, and read none. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SystemStatementTest {
  private Shop shop;
  private Connection connection;

  @BeforeAll
  void open(@TempDir Path folder) throws SQLException {
    shop = new Shop(folder);
    connection = shop.connect();
  }

  @AfterAll
  void close() throws SQLException {
    connection.close();
    assertThat(shop.reads()).isEmpty();
  }

  @Test
  void eachTableHasTheColumnsThatItTellsInTheMetadata() throws SQLException {
    for (SystemTable table : SystemTables.all()) {
      List<String> expected = table.columns().stream().map(MemoryTable.Column::name).toList();
      assertThat(columnsOf("SELECT * FROM airbyte." + table.name())).isEqualTo(expected);
      assertThat(columnsOf("SELECT * FROM airbyte." + table.name() + " WHERE 1=0"))
          .isEqualTo(expected);
      try (ResultSet columns =
          connection.getMetaData().getColumns(null, "airbyte", table.name(), "%")) {
        assertThat(values(columns, "COLUMN_NAME")).isEqualTo(expected);
      }
    }
  }

  @Test
  void theTypesOfTheMetadataAreThoseOfTheResults() throws SQLException {
    for (SystemTable table : SystemTables.all()) {
      try (Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery("SELECT * FROM airbyte." + table.name());
          ResultSet columns =
              connection.getMetaData().getColumns(null, "airbyte", table.name(), "%")) {
        for (int i = 1; columns.next(); i++) {
          assertThat(columns.getInt("DATA_TYPE"))
              .as("%s.%s", table.name(), columns.getString("COLUMN_NAME"))
              .isEqualTo(rows.getMetaData().getColumnType(i));
          assertThat(columns.getString("TYPE_NAME"))
              .isEqualTo(rows.getMetaData().getColumnTypeName(i));
        }
      }
    }
  }

  @Test
  void theMetadataShowsThemAsSystemTables() throws SQLException {
    DatabaseMetaData metadata = connection.getMetaData();
    try (ResultSet tables =
        metadata.getTables(null, "airbyte", "%", new String[] {"SYSTEM TABLE"})) {
      assertThat(values(tables, "TABLE_NAME"))
          .isEqualTo(SystemTables.all().stream().map(SystemTable::name).toList());
    }
    try (ResultSet tables = metadata.getTables(null, null, "%", new String[] {"TABLE"})) {
      assertThat(values(tables, "TABLE_SCHEM")).containsOnly("shop");
    }
  }

  @Test
  void namesWithoutASchemaAreFoundWhereItIsTheCurrentOne() throws SQLException {
    try (Connection other = shop.connect()) {
      other.setSchema("airbyte");
      assertThat(Shop.rows(other, "SELECT count(*) > 0 FROM columns")).containsExactly("true");
    }
  }

  @Test
  void anySqlRunsOverThem() throws SQLException {
    assertThat(
            Shop.rows(
                connection,
                """
                WITH wide AS (SELECT table_name, count(*) AS n FROM airbyte.columns GROUP BY ALL)
                SELECT table_name, n FROM wide w
                WHERE EXISTS (FROM airbyte."COLUMNS" c WHERE c.table_name = w.table_name)
                ORDER BY n
                """))
        .containsExactly("users|6", "orders|9");
  }

  @Test
  void maxRowsCount() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setMaxRows(2);
      assertThat(Shop.rows(statement.executeQuery("SELECT * FROM airbyte.columns"))).hasSize(2);
    }
  }

  @Test
  void preparedStatementsTakeParametersAndDescribeThemselves() throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT name FROM airbyte.columns WHERE position = ?")) {
      ResultSetMetaData described = statement.getMetaData();
      assertThat(described.getColumnCount()).isEqualTo(1);
      assertThat(described.getColumnTypeName(1)).isEqualTo("VARCHAR");
      assertThat(statement.getParameterMetaData().getParameterCount()).isEqualTo(1);
      for (int i = 0; i < 2; i++) {
        statement.setInt(1, 1);
        assertThat(Shop.rows(statement.executeQuery())).containsExactly("id", "id");
      }
    }
  }

  @Test
  void openResultsSeeWhatTheyBeganWith() throws SQLException {
    try (Statement one = connection.createStatement();
        Statement other = connection.createStatement();
        ResultSet first = one.executeQuery("SELECT name FROM airbyte.columns ORDER BY ALL");
        ResultSet second = other.executeQuery("SELECT count(*) FROM airbyte.columns")) {
      assertThat(Shop.rows(second)).containsExactly("15");
      assertThat(Shop.rows(first)).hasSize(15);
    }
  }

  @Test
  void oneThatIsNotThereIsToldWithThoseThatAre() {
    SQLException failure =
        catchThrowableOfType(
            SQLException.class, () -> Shop.rows(connection, "SELECT * FROM airbyte.column"));
    assertThat(failure.getSQLState()).isEqualTo("42P01");
    assertThat((Throwable) failure).hasMessageContaining("Did you mean columns");
  }

  @Test
  void viewsOfTheUsersOwnAreAskedForApart() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE VIEW one AS SELECT 1");
    }
    SQLException failure =
        catchThrowableOfType(
            SQLException.class, () -> Shop.rows(connection, "SELECT * FROM one, airbyte.columns"));
    assertThat(failure.getSQLState()).isEqualTo("42000");
    assertThat((Throwable) failure).hasMessageContaining("in a statement of its own");
  }

  @Test
  void besideStreamsTheyAreDescribedAndExplainedWithoutARead() throws SQLException {
    String join =
        "SELECT u.name, c.type FROM users u JOIN airbyte.columns c ON c.name = u.name AND u.id = ?";
    try (PreparedStatement statement = connection.prepareStatement(join)) {
      ResultSetMetaData columns = statement.getMetaData();
      assertThat(List.of(columns.getColumnName(1), columns.getColumnName(2)))
          .containsExactly("name", "type");
    }
    assertThat(Shop.rows(connection, "EXPLAIN " + join.replace("?", "1")))
        .anyMatch(row -> row.startsWith("Runs over streams and tables of the schema airbyte"))
        .anyMatch(row -> row.contains("shop.users"));
  }

  @Test
  void functionsThatNoStatementMayCallAreNotListed() throws SQLException {
    assertThat(
            Shop.rows(
                connection,
                "SELECT DISTINCT name FROM airbyte.functions"
                    + " WHERE kind = 'table' AND name IN ('range', 'read_csv', 'read_text') "))
        .containsExactly("range");
  }

  @Test
  void functionsAreThoseOfTheEngineAndTheProcedures() throws SQLException {
    assertThat(
            Shop.rows(
                connection,
                "SELECT DISTINCT kind FROM airbyte.functions WHERE name IN"
                    + " ('upper', 'sum', 'range', 'row_number', 'airbyte.sync') ORDER BY 1"))
        .containsExactly("aggregate", "procedure", "scalar", "table", "window");
  }

  private List<String> columnsOf(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> labels = new ArrayList<>();
      for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
        labels.add(rows.getMetaData().getColumnLabel(i));
      }
      return labels;
    }
  }

  private static List<String> values(ResultSet rows, String column) throws SQLException {
    List<String> values = new ArrayList<>();
    while (rows.next()) {
      values.add(rows.getString(column));
    }
    return values;
  }
}
