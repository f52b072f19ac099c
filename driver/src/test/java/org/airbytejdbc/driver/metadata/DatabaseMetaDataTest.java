package org.airbytejdbc.driver.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.airbytejdbc.cache.MemoryEngine;
import org.airbytejdbc.cache.catalog.Column;
import org.airbytejdbc.cache.catalog.SourceCatalog;
import org.airbytejdbc.cache.catalog.StreamTable;
import org.airbytejdbc.connector.protocol.AirbyteStream;
import org.airbytejdbc.connector.protocol.StreamName;
import org.airbytejdbc.connector.protocol.SyncMode;
import org.airbytejdbc.connector.schema.AirbyteType;
import org.airbytejdbc.connector.schema.AirbyteType.Simple;
import org.airbytejdbc.driver.result.MemoryRows;
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
    catalogs =
        List.of(
            catalog(
                "shop",
                1,
                table("shop", "users", List.of("id"), column("id", Simple.INTEGER, "The key")),
                table(
                    "shop",
                    "big_events",
                    List.of("day", "id"),
                    column("id", Simple.STRING, ""),
                    column("day", Simple.DATE, ""),
                    column("price", new AirbyteType.Decimal(10, 2), ""),
                    column("payload", Simple.JSON, ""),
                    column("at", Simple.TIMESTAMP_WITH_TIMEZONE, ""))),
            catalog("o'dd \"schema", 2, table("o'dd \"schema", "bigxevents", List.of())));
    metadata =
        new AirbyteDatabaseMetaData(
            engine.connect(), "jdbc:airbyte:x", "0.1.0", () -> catalogs, memory);
  }

  @AfterEach
  void close() {
    memory.close();
    engine.close();
  }

  private static SourceCatalog catalog(String source, long version, StreamTable... tables) {
    return new SourceCatalog(source, List.of(tables), version);
  }

  private static StreamTable table(
      String schema, String name, List<String> key, Column... columns) {
    AirbyteStream stream =
        new AirbyteStream(
            StreamName.of(name), "{}", Set.of(SyncMode.FULL_REFRESH), false, List.of(), List.of());
    return new StreamTable(schema, name, stream, List.of(columns), key);
  }

  private static Column column(String name, AirbyteType type, String description) {
    return new Column(name, name, type, description);
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
        .containsExactly("airbyte", "o'dd \"schema", "shop");
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
        .containsExactly("SYSTEM TABLE", "TABLE");
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
            "big_events|id|1|VARCHAR|2147483647|0|null|YES",
            "big_events|day|2|DATE|10|0|null|YES",
            "big_events|price|3|DECIMAL|10|2|null|YES",
            "big_events|payload|4|JSON|2147483647|0|null|YES",
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
    catalogs = List.of(catalog("crm", 3, table("crm", "leads", List.of())));
    assertThat(values(metadata.getTables(null, null, null, STREAMS), "TABLE_NAME"))
        .containsExactly("leads");
  }

  @Test
  void whatTheEngineCanDoIsAskedOfTheEngine() throws SQLException {
    assertThat(metadata.getNumericFunctions()).contains("ABS").doesNotContain("NOSUCH");
    assertThat(metadata.getStringFunctions()).contains("REGEXP_EXTRACT");
    assertThat(metadata.getTimeDateFunctions()).contains("DATE_TRUNC");
    assertThat(metadata.getSystemFunctions()).contains("TYPEOF");
    assertThat(metadata.getSQLKeywords()).contains("QUALIFY");
    assertThat(values(metadata.getFunctions(null, null, "date\\_trunc"), "FUNCTION_NAME"))
        .containsExactly("date_trunc");
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
        .containsExactly("streams|NO", "fullRefresh|YES");
  }

  @Test
  void namesAreKeptAsTheyAreAndFoundWhateverTheirCase() throws SQLException {
    assertThat(metadata.storesMixedCaseIdentifiers()).isTrue();
    assertThat(metadata.storesUpperCaseIdentifiers()).isFalse();
    assertThat(metadata.getIdentifierQuoteString()).isEqualTo("\"");
    assertThat(metadata.getSearchStringEscape()).isEqualTo("\\");
    assertThat(metadata.getSQLStateType()).isEqualTo(DatabaseMetaData.sqlStateSQL);
  }

  /** Clients such as SchemaCrawler ask everything once. */
  @Test
  void everyCallAnswers() throws Exception {
    for (Method method : DatabaseMetaData.class.getMethods()) {
      Object[] arguments =
          Arrays.stream(method.getParameterTypes()).map(DatabaseMetaDataTest::any).toArray();
      if (method.getDeclaringClass() == DatabaseMetaData.class) {
        Object answer = method.invoke(metadata, arguments);
        if (answer instanceof ResultSet rows) {
          ResultSetMetaData columns = rows.getMetaData();
          assertThat(columns.getColumnCount()).as(method.getName()).isPositive();
          assertThat(columns.getColumnLabel(1)).isUpperCase();
          rows.close();
        }
      }
    }
  }

  private static Object any(Class<?> type) {
    if (type == int.class) {
      return 0;
    }
    return type == boolean.class ? (Object) false : null;
  }
}
