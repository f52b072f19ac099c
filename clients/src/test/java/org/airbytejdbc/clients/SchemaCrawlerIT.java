package org.airbytejdbc.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import schemacrawler.schema.Catalog;
import schemacrawler.schema.Column;
import schemacrawler.schema.Table;
import schemacrawler.schemacrawler.LoadOptionsBuilder;
import schemacrawler.schemacrawler.SchemaCrawlerOptionsBuilder;
import schemacrawler.schemacrawler.SchemaInfoLevelBuilder;
import schemacrawler.tools.utility.SchemaCrawlerUtility;
import us.fatehi.utility.datasource.DatabaseConnectionSources;

/** SchemaCrawler at its maximum, which asks for all that metadata can tell. */
@ExtendWith(Sources.class)
class SchemaCrawlerIT {
  @Test
  void aRealSourcesSchemaIsCrawled(Faker faker) throws Exception {
    Catalog catalog = crawl(faker);
    Table users = table(catalog, "faker", "users");
    assertThat(users.getPrimaryKey().getConstrainedColumns())
        .extracting(Column::getName)
        .containsExactly("id");
    assertThat(users.lookupColumn("created_at").orElseThrow().getColumnDataType().getName())
        .isEqualTo("TIMESTAMP WITH TIME ZONE");
  }

  @Test
  void everyStreamAndColumnIsFound(Awkward awkward) throws Exception {
    Catalog catalog = crawl(awkward);
    assertThat(catalog.getTables(catalog.lookupSchema("awkward").orElseThrow()))
        .hasSize(Awkward.STREAMS);
    assertThat(table(catalog, "awkward", "hostile").getColumns())
        .hasSize(Awkward.HOSTILE_NAMES.size() + 4);
    Column described =
        table(catalog, "awkward", "everything").lookupColumn("boolean").orElseThrow();
    assertThat(described.getRemarks()).isEqualTo("true, it's \"false\"");
    assertThat(catalog.getJdbcDriverInfo().getDriverClassName())
        .isEqualTo("org.airbytejdbc.driver.AirbyteDriver");
    assertThat(catalog.getDatabaseInfo().getServerInfo()).isNotNull();
  }

  private static Catalog crawl(Source source) throws Exception {
    try (Connection connection = source.connect()) {
      return SchemaCrawlerUtility.getCatalog(
          DatabaseConnectionSources.fromConnection(connection),
          SchemaCrawlerOptionsBuilder.newSchemaCrawlerOptions()
              .withLoadOptions(
                  LoadOptionsBuilder.builder()
                      .withSchemaInfoLevel(SchemaInfoLevelBuilder.maximum())
                      .toOptions()));
    }
  }

  private static Table table(Catalog catalog, String schema, String name) {
    return catalog.lookupTable(catalog.lookupSchema(schema).orElseThrow(), name).orElseThrow();
  }
}
