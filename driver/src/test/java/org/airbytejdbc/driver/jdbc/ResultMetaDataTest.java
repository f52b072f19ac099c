package org.airbytejdbc.driver.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.JDBCType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a result tells of its columns, field by field. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ResultMetaDataTest {
  private Connection connection;

  @BeforeAll
  void open(@TempDir Path folder) throws SQLException {
    connection = new Shop(folder).connect();
  }

  @AfterAll
  void close() throws SQLException {
    connection.close();
  }

  /** Precision, scale, display size; signed, letter case counts, can be NULL. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          true                   | BOOLEAN BOOLEAN java.lang.Boolean | 1 0 5 | false false
          1::TINYINT             | TINYINT TINYINT java.lang.Integer | 3 0 4 | true false
          1::UINTEGER            | BIGINT UINTEGER java.lang.Long | 10 0 10 | false false
          1                      | INTEGER INTEGER java.lang.Integer | 10 0 11 | true false
          1::BIGINT              | BIGINT BIGINT java.lang.Long | 19 0 20 | true false
          1::HUGEINT             | NUMERIC HUGEINT java.math.BigDecimal | 39 0 40 | true false
          1.50::DECIMAL(10,2)    | DECIMAL DECIMAL java.math.BigDecimal | 10 2 12 | true false
          1::FLOAT               | REAL FLOAT java.lang.Float | 8 0 15 | true false
          1::DOUBLE              | DOUBLE DOUBLE java.lang.Double | 17 0 25 | true false
          'a'                    | VARCHAR VARCHAR java.lang.String | 2147483647 0 2147483647 | false true
          '{}'::JSON             | VARCHAR JSON java.lang.String | 2147483647 0 2147483647 | false true
          DATE '2020-01-02'      | DATE DATE java.sql.Date | 10 0 10 | false false
          TIME '01:02:03'        | TIME TIME java.sql.Time | 15 6 15 | false false
          TIMESTAMP '2020-01-02' | TIMESTAMP TIMESTAMP java.sql.Timestamp | 26 6 26 | false false
          'a'::BLOB              | VARBINARY BLOB [B | 2147483647 0 2147483647 | false false
          uuid()                 | OTHER UUID java.util.UUID | 36 0 36 | false false
          [1]                    | ARRAY INTEGER[] java.sql.Array | 0 0 2147483647 | false false
          """)
  void everyTypeIsTold(String expression, String type, String size, String flags)
      throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT " + expression + " AS v")) {
      ResultSetMetaData columns = rows.getMetaData();
      assertThat(columns.getColumnCount()).isEqualTo(1);
      assertThat(columns.getColumnLabel(1)).isEqualTo("v").isEqualTo(columns.getColumnName(1));
      assertThat(
              JDBCType.valueOf(columns.getColumnType(1))
                  + " "
                  + columns.getColumnTypeName(1)
                  + " "
                  + columns.getColumnClassName(1))
          .isEqualTo(type);
      assertThat(
              columns.getPrecision(1)
                  + " "
                  + columns.getScale(1)
                  + " "
                  + columns.getColumnDisplaySize(1))
          .isEqualTo(size);
      assertThat(columns.isSigned(1) + " " + columns.isCaseSensitive(1)).isEqualTo(flags);
      assertThat(columns.isNullable(1)).isEqualTo(ResultSetMetaData.columnNullable);
      assertThat(columns.isReadOnly(1) && columns.isSearchable(1)).isTrue();
      assertThat(columns.isWritable(1) || columns.isDefinitelyWritable(1)).isFalse();
      assertThat(columns.isAutoIncrement(1) || columns.isCurrency(1)).isFalse();
      assertThat(origins(columns)).isEqualTo("..");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          SELECT id AS key, name, 1 + 1 FROM users     | .shop.users .shop.users ..
          SELECT o.id, u.name FROM users u LEFT JOIN shop.orders o ON o.user_id = u.id | .shop.orders .shop.users
          SELECT count(*), max(id) FROM users          | .. ..
          SELECT t.id FROM (SELECT * FROM users) t     | .shop.users
          SELECT id, id::VARCHAR FROM users WHERE 1=0  | .shop.users ..
          SELECT id, id FROM users                     | .shop.users .shop.users
          SELECT name FROM airbyte.columns             | ..
          CALL airbyte.sync('users')                   | .. .. .. .. ..
          """)
  void plainColumnsTellTheirSchemaAndTable(String sql, String expected) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setMaxRows(1);
      assertThat(statement.execute(sql)).isTrue();
      assertThat(origins(statement.getResultSet().getMetaData())).isEqualTo(expected);
    }
  }

  @Test
  void aPreparedStatementTellsThemBeforeItRuns() throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT id, 1 FROM users WHERE name = ?")) {
      assertThat(origins(statement.getMetaData())).isEqualTo(".shop.users ..");
    }
  }

  @Test
  void everyColumnOfAStreamTellsTheTypeThatItsMetadataTells() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT * FROM orders WHERE 1=0");
        ResultSet columns = connection.getMetaData().getColumns(null, "shop", "orders", "%")) {
      ResultSetMetaData told = rows.getMetaData();
      for (int i = 1; i <= told.getColumnCount(); i++) {
        assertThat(columns.next()).isTrue();
        assertThat(told.getColumnName(i)).isEqualTo(columns.getString("COLUMN_NAME"));
        assertThat(told.getColumnType(i)).isEqualTo(columns.getInt("DATA_TYPE"));
        assertThat(told.getColumnTypeName(i)).isEqualTo(columns.getString("TYPE_NAME"));
        assertThat(told.getPrecision(i)).isEqualTo(columns.getInt("COLUMN_SIZE"));
        assertThat(told.getScale(i)).isEqualTo(columns.getInt("DECIMAL_DIGITS"));
        assertThat(told.isNullable(i)).isEqualTo(columns.getInt("NULLABLE"));
      }
      assertThat(columns.next()).isFalse();
    }
  }

  @Test
  void aColumnThatIsNotThereIsRefused() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT 1")) {
      ResultSetMetaData columns = rows.getMetaData();
      assertThatThrownBy(() -> columns.getTableName(0)).isInstanceOf(SQLException.class);
      assertThatThrownBy(() -> columns.getSchemaName(2)).isInstanceOf(SQLException.class);
      assertThatThrownBy(() -> columns.getCatalogName(2)).isInstanceOf(SQLException.class);
    }
  }

  /** For each column its catalog, schema and table with points between. */
  private static String origins(ResultSetMetaData columns) throws SQLException {
    StringBuilder origins = new StringBuilder();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      origins.append(i == 1 ? "" : " ").append(columns.getCatalogName(i)).append('.');
      origins.append(columns.getSchemaName(i)).append('.').append(columns.getTableName(i));
    }
    return origins.toString();
  }
}
