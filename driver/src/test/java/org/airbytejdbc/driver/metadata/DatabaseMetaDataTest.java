package org.airbytejdbc.driver.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.airbytejdbc.cache.MemoryEngine;
import org.airbytejdbc.cache.catalog.SourceCatalog;
import org.airbytejdbc.driver.result.MemoryRows;
import org.airbytejdbc.driver.settings.TimeZoneTypes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DatabaseMetaDataTest {
  private static final String[] STREAMS = {"TABLE"};

  private final MemoryEngine engine = new MemoryEngine();
  private final MemoryRows memory = new MemoryRows();
  private List<SourceCatalog> catalogs = List.of();
  private DatabaseMetaData metadata;

  @BeforeEach
  void describe() {
    catalogs = MadeUpCatalog.SHOP;
    metadata =
        new AirbyteDatabaseMetaData(
            engine.connect(),
            "jdbc:airbyte:x",
            "0.1.0",
            TimeZoneTypes.STANDARD,
            () -> catalogs,
            List::of,
            memory);
  }

  @AfterEach
  void close() {
    memory.close();
    engine.close();
  }

  private static List<String> values(ResultSet rows, String... labels) throws SQLException {
    try (rows) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        List<String> row = new ArrayList<>();
        for (String label : labels) {
          row.add(rows.getString(label));
        }
        values.add(String.join("|", row.stream().map(String::valueOf).toList()));
      }
      return values;
    }
  }

  @Test
  void sourcesAreSchemasAndStreamsAreTables() throws SQLException {
    assertThat(values(metadata.getSchemas(), "TABLE_SCHEM"))
        .containsExactly("airbyte", "main", "o'dd \"schema", "shop");
    assertThat(
            values(
                metadata.getTables(null, null, "%", STREAMS),
                "TABLE_SCHEM",
                "TABLE_NAME",
                "TABLE_TYPE"))
        .containsExactly(
            "o'dd \"schema|bigxevents|TABLE", "shop|big_events|TABLE", "shop|users|TABLE");
    assertThat(values(metadata.getCatalogs(), "TABLE_CAT")).isEmpty();
    assertThat(values(metadata.getTableTypes(), "TABLE_TYPE"))
        .containsExactly("LOCAL TEMPORARY", "SYSTEM TABLE", "TABLE", "VIEW");
  }

  @Test
  void patternsMatchAsJdbcSays() throws SQLException {
    assertThat(values(metadata.getTables(null, "%", "big_events", null), "TABLE_NAME"))
        .containsExactly("bigxevents", "big_events");
    assertThat(values(metadata.getTables(null, "shop", "big\\_events", null), "TABLE_NAME"))
        .containsExactly("big_events");
    assertThat(values(metadata.getTables("", "SHOP", "U%", new String[] {"TABLE"}), "TABLE_NAME"))
        .containsExactly("users");
    assertThat(values(metadata.getTables(null, null, null, new String[] {"VIEW"}), "TABLE_NAME"))
        .isEmpty();
    assertThat(values(metadata.getTables("elsewhere", null, null, null), "TABLE_NAME")).isEmpty();
    assertThat(values(metadata.getTables(null, "o'dd \"schema", null, null), "TABLE_NAME"))
        .containsExactly("bigxevents");
  }

  @Test
  void columnsHaveTypesSizesAndRemarks() throws SQLException {
    assertThat(
            values(
                metadata.getColumns(null, "shop", "%", "%"),
                "TABLE_NAME",
                "COLUMN_NAME",
                "ORDINAL_POSITION",
                "TYPE_NAME",
                "COLUMN_SIZE",
                "DECIMAL_DIGITS",
                "REMARKS",
                "IS_NULLABLE"))
        .containsExactly(
            "big_events|id|1|VARCHAR|2147483647|null|null|YES",
            "big_events|day|2|DATE|10|null|null|YES",
            "big_events|price|3|DECIMAL|10|2|null|YES",
            "big_events|payload|4|JSON|2147483647|null|null|YES",
            "big_events|at|5|TIMESTAMP WITH TIME ZONE|32|6|null|YES",
            "users|id|1|BIGINT|19|0|The key|YES");
    try (ResultSet rows = metadata.getColumns(null, "shop", "users", null)) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getInt("DATA_TYPE")).isEqualTo(Types.BIGINT);
      assertThat(rows.getInt("NULLABLE")).isEqualTo(DatabaseMetaData.columnNullable);
    }
  }

  @Test
  void keysAreTold() throws SQLException {
    assertThat(
            values(metadata.getPrimaryKeys(null, "shop", "big_events"), "COLUMN_NAME", "KEY_SEQ"))
        .containsExactly("day|1", "id|2");
    assertThat(values(metadata.getPrimaryKeys(null, "shop", "%"), "TABLE_NAME")).hasSize(3);
    assertThat(
            values(
                metadata.getBestRowIdentifier(
                    null, "shop", "users", DatabaseMetaData.bestRowSession, true),
                "COLUMN_NAME"))
        .containsExactly("id");
    assertThat(values(metadata.getImportedKeys(null, "shop", "users"), "FK_NAME")).isEmpty();
  }

  @Test
  void anotherCatalogIsSeenAtOnce() throws SQLException {
    assertThat(values(metadata.getTables(null, "crm", null, null), "TABLE_NAME")).isEmpty();
    catalogs =
        List.of(MadeUpCatalog.catalog("crm", 3, MadeUpCatalog.table("crm", "leads", List.of())));
    assertThat(values(metadata.getTables(null, null, null, STREAMS), "TABLE_NAME"))
        .containsExactly("leads");
  }

  @Test
  void whatTheEngineCanDoIsAskedOfTheEngine() throws SQLException {
    assertThat(metadata.getNumericFunctions()).contains("ABS", "LOG10").doesNotContain("UPPER");
    assertThat(metadata.getStringFunctions()).contains("REGEXP_EXTRACT").doesNotContain("ICU");
    assertThat(metadata.getTimeDateFunctions()).contains("DATE_TRUNC");
    assertThat(metadata.getSystemFunctions()).contains("TYPEOF");
    assertThat(metadata.getSQLKeywords()).contains("QUALIFY").doesNotContain("SELECT");
    assertThat(values(metadata.getFunctions(null, null, "date\\_trunc"), "FUNCTION_NAME"))
        .containsOnly("date_trunc");
    assertThat(
            values(
                metadata.getFunctionColumns(null, null, "date\\_trunc", null),
                "SPECIFIC_NAME",
                "COLUMN_TYPE",
                "ORDINAL_POSITION",
                "COLUMN_NAME",
                "TYPE_NAME"))
        .contains(
            "date_trunc(VARCHAR, TIMESTAMP)|4|0||TIMESTAMP",
            "date_trunc(VARCHAR, TIMESTAMP)|1|1|part|VARCHAR",
            "date_trunc(VARCHAR, TIMESTAMP)|1|2|timestamp|TIMESTAMP");
    assertThat(values(metadata.getFunctions(null, null, "%"), "FUNCTION_NAME"))
        .contains("range", "sum", "row_number", "nullif")
        .doesNotContain("read_csv", "+");
    assertThat(values(metadata.getTypeInfo(), "TYPE_NAME")).contains("BIGINT", "JSON");
  }

  @Test
  void proceduresAreTold() throws SQLException {
    assertThat(values(metadata.getProcedures(null, "airbyte", "%"), "PROCEDURE_NAME"))
        .contains("sync");
    assertThat(
            values(
                metadata.getProcedureColumns(null, null, "sync", "%"),
                "COLUMN_NAME",
                "IS_NULLABLE"))
        .startsWith("streams|NO", "fullRefresh|YES");
  }

  @Test
  void namesAreKeptAsTheyAreAndFoundWhateverTheirCase() throws SQLException {
    assertThat(metadata.storesMixedCaseIdentifiers()).isTrue();
    assertThat(metadata.storesUpperCaseIdentifiers()).isFalse();
    assertThat(metadata.getIdentifierQuoteString()).isEqualTo("\"");
    assertThat(metadata.getSearchStringEscape()).isEqualTo("\\");
    assertThat(metadata.getSQLStateType()).isEqualTo(DatabaseMetaData.sqlStateSQL);
  }
}
