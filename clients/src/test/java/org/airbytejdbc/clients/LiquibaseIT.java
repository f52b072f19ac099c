package org.airbytejdbc.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import liquibase.CatalogAndSchema;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.snapshot.DatabaseSnapshot;
import liquibase.snapshot.SnapshotControl;
import liquibase.snapshot.SnapshotGeneratorFactory;
import liquibase.structure.core.Column;
import liquibase.structure.core.PrimaryKey;
import liquibase.structure.core.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Liquibase's snapshot of a schema: of tables, columns and keys, as for the rest it asks tables
 * that only some databases have.
 */
@ExtendWith(Sources.class)
class LiquibaseIT {
  @Test
  void everyTableIsInASnapshot(Awkward awkward) throws Exception {
    try (Connection connection = awkward.connect()) {
      Database database =
          DatabaseFactory.getInstance()
              .findCorrectDatabaseImplementation(new JdbcConnection(connection));
      DatabaseSnapshot snapshot =
          SnapshotGeneratorFactory.getInstance()
              .createSnapshot(
                  new CatalogAndSchema(null, "awkward"),
                  database,
                  new SnapshotControl(database, Table.class, Column.class, PrimaryKey.class));
      assertThat(snapshot.get(Table.class)).hasSize(Awkward.STREAMS);
      Table everything = snapshot.get(new Table(null, "awkward", "everything"));
      assertThat(everything.getPrimaryKey().getColumnNames()).isEqualTo("id");
      assertThat(everything.getColumn("decimal").getType().getTypeName()).isEqualTo("DECIMAL");
    }
  }
}
