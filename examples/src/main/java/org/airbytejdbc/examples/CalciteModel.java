package org.airbytejdbc.examples;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/**
 * The same streams as a schema of Apache Calcite's own driver: its planner pushes what it can into
 * ours. Needs calcite-core and airbyte-jdbc-calcite-adapter beside the driver's jar.
 */
public final class CalciteModel {
  private static final String MODEL =
      """
      inline:
      version: '1.0'
      defaultSchema: shop
      schemas:
      - name: shop
        type: custom
        factory: org.airbytejdbc.calcite.AirbyteSchemaFactory
        operand:
          url: 'jdbc:airbyte:source-faker?config={"count":1000}'
      """;

  private CalciteModel() {}

  public static void main(String... arguments) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("model", MODEL);
    properties.setProperty("unquotedCasing", "UNCHANGED");
    properties.setProperty("caseSensitive", "false");
    try (Connection connection = DriverManager.getConnection("jdbc:calcite:", properties);
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT make, count(*) AS models FROM products GROUP BY make"
                    + " ORDER BY models DESC, make LIMIT 3")) {
      while (rows.next()) {
        System.out.printf("%-12s %d%n", rows.getString("make"), rows.getLong("models"));
      }
    }
  }
}
