package org.airbytejdbc.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** DBeaver's navigator tree: the metadata that it reads when a branch is opened. */
@ExtendWith(Sources.class)
class DBeaverTreeIT {
  private final Awkward awkward;
  private final Connection connection;
  private final DatabaseMetaData metadata;

  DBeaverTreeIT(Awkward awkward) throws SQLException {
    this.awkward = awkward;
    this.connection = awkward.connect();
    this.metadata = connection.getMetaData();
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @Test
  void schemasAndTableTypesAreListed() throws SQLException {
    assertThat(Rows.column(metadata.getTypeInfo(), "TYPE_NAME")).contains("BIGINT", "VARCHAR");
    assertThat(Rows.column(metadata.getCatalogs(), "TABLE_CAT")).isEmpty();
    assertThat(Rows.column(metadata.getSchemas(null, "%"), "TABLE_SCHEM")).contains("awkward");
    assertThat(Rows.column(metadata.getTableTypes(), "TABLE_TYPE")).contains("TABLE");
  }

  @Test
  void everyStreamIsATable() throws SQLException {
    assertThat(Rows.column(metadata.getTables(null, "awkward", "%", null), "TABLE_NAME"))
        .hasSize(Awkward.STREAMS)
        .doesNotHaveDuplicates()
        .contains("everything", "select", "stream_000");
  }

  @Test
  void theColumnsOfASchemaComeAtOnce() throws SQLException {
    assertThat(Rows.column(metadata.getColumns(null, "awkward", "%", "%"), "TABLE_NAME"))
        .hasSizeGreaterThan(Awkward.STREAMS * 5);
  }

  @Test
  void aTableIsNamedExactlyWithItsWildcardsEscaped() throws SQLException {
    assertThat(Rows.column(metadata.getColumns(null, "awkward", "a\\_b", "%"), "TABLE_NAME"))
        .containsOnly("a_b");
    assertThat(Rows.column(metadata.getColumns(null, "awkward", "a_b", "%"), "TABLE_NAME"))
        .contains("a_b", "axb");
  }

  @Test
  void aColumnsDetailsAreRead() throws SQLException {
    try (ResultSet columns = metadata.getColumns(null, "awkward", "everything", "%")) {
      List<String> seen = new ArrayList<>();
      while (columns.next()) {
        seen.add(columns.getString("COLUMN_NAME"));
        columns.getInt("DATA_TYPE");
        columns.getInt("SOURCE_DATA_TYPE");
        assertThat(columns.getString("TYPE_NAME")).isNotBlank();
        columns.getLong("COLUMN_SIZE");
        columns.getInt("NULLABLE");
        columns.getInt("DECIMAL_DIGITS");
        columns.getInt("NUM_PREC_RADIX");
        columns.getString("COLUMN_DEF");
        if (columns.getString("COLUMN_NAME").equals("boolean")) {
          assertThat(columns.getString("REMARKS")).isEqualTo("true, it's \"false\"");
        }
        columns.getInt("CHAR_OCTET_LENGTH");
        assertThat(columns.getInt("ORDINAL_POSITION")).isEqualTo(seen.size());
        assertThat(columns.getString("IS_AUTOINCREMENT")).isEqualTo("NO");
        assertThat(columns.getString("IS_GENERATEDCOLUMN")).isEqualTo("NO");
      }
      assertThat(seen).startsWith("id", "boolean", "integer").contains("_airbyte_meta");
    }
  }

  @Test
  void keysAndIndexesAreReadForOneTableOrForAll() throws SQLException {
    assertThat(Rows.column(metadata.getPrimaryKeys(null, "awkward", "everything"), "COLUMN_NAME"))
        .containsExactly("id");
    assertThat(Rows.column(metadata.getPrimaryKeys(null, "awkward", "%"), "COLUMN_NAME"))
        .hasSize(Awkward.STREAMS);
    assertThat(Rows.column(metadata.getImportedKeys(null, "awkward", "%"), "FK_NAME")).isEmpty();
    assertThat(Rows.column(metadata.getExportedKeys(null, "awkward", "%"), "FK_NAME")).isEmpty();
    assertThat(
            Rows.column(
                metadata.getIndexInfo(null, "awkward", "everything", false, true), "TABLE_NAME"))
        .doesNotContain("stream_000");
  }

  @Test
  void proceduresFunctionsAndTypesAreListed() throws SQLException {
    assertThat(Rows.column(metadata.getProcedures(null, "airbyte", "%"), "PROCEDURE_NAME"))
        .contains("sync");
    assertThat(
            Rows.column(metadata.getProcedureColumns(null, "airbyte", "sync", "%"), "COLUMN_NAME"))
        .isNotEmpty();
    Rows.column(metadata.getFunctions(null, "awkward", "%"), "FUNCTION_NAME");
    Rows.column(metadata.getFunctionColumns(null, "awkward", "%", "%"), "COLUMN_NAME");
    assertThat(Rows.column(metadata.getUDTs(null, "awkward", "%", null), "TYPE_NAME")).isEmpty();
    assertThat(Rows.column(metadata.getAttributes(null, "awkward", "%", "%"), "ATTR_NAME"))
        .isEmpty();
  }

  @Test
  void lookingAroundReadsNoStream() throws SQLException {
    int before = awkward.connector().calls().size();
    everyStreamIsATable();
    theColumnsOfASchemaComeAtOnce();
    keysAndIndexesAreReadForOneTableOrForAll();
    assertThat(awkward.connector().calls()).hasSize(before);
  }
}
