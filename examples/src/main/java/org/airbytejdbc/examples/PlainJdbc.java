package org.airbytejdbc.examples;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Plain JDBC: what the makes of Airbyte's sample shop have sold since a year. */
public final class PlainJdbc {
  private static final String SOLD_SINCE =
      """
      SELECT p.make, count(*) AS sold, avg(p.price) AS price
      FROM purchases b JOIN products p ON p.id = b.product_id
      WHERE p.year >= ?
      GROUP BY p.make
      ORDER BY sold DESC, p.make
      LIMIT 5
      """;

  private PlainJdbc() {}

  public static void main(String... arguments) throws SQLException {
    String url = "jdbc:airbyte:source-faker?config={\"count\":1000}";
    try (Connection connection = DriverManager.getConnection(url);
        PreparedStatement statement = connection.prepareStatement(SOLD_SINCE)) {
      statement.setInt(1, 2000);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          System.out.printf(
              "%-12s %5d sold at %,9.2f%n",
              rows.getString("make"), rows.getLong("sold"), rows.getDouble("price"));
        }
      }
    }
  }
}
