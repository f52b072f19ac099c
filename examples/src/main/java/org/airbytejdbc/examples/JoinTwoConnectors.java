package org.airbytejdbc.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Two connectors in one query: a shop's sales against a plan that somebody keeps in a CSV file. */
public final class JoinTwoConnectors {
  private static final String PLAN = "make,target\nFord,150\nDodge,90\nLotus,5\n";

  private static final String WORKSPACE =
      """
      sources:
        shop:
          connector: source-faker
          config: {count: 1000}
        plan:
          connector: source-file
          config: {dataset_name: targets, format: csv, url: '%s', provider: {storage: local}}
      """;

  private static final String SOLD_AGAINST_PLAN =
      """
      SELECT t.make, count(*) AS sold, CAST(t.target AS BIGINT) AS target
      FROM plan.targets t
      JOIN shop.products p ON p.make = t.make
      JOIN shop.purchases b ON b.product_id = p.id
      GROUP BY t.make, t.target
      ORDER BY t.make
      """;

  private JoinTwoConnectors() {}

  public static void main(String... arguments) throws IOException, SQLException {
    Path folder = Files.createTempDirectory("plan");
    Path plan = Files.writeString(folder.resolve("targets.csv"), PLAN);
    Path workspace = Files.writeString(folder.resolve("shop.yaml"), WORKSPACE.formatted(plan));

    try (Connection connection =
            DriverManager.getConnection("jdbc:airbyte:?cache=memory&workspace=" + workspace);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(SOLD_AGAINST_PLAN)) {
      while (rows.next()) {
        System.out.printf("%-6s %4d of %4d%n", rows.getString(1), rows.getLong(2), rows.getLong(3));
      }
    }
  }
}
