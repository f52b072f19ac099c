package org.airbytejdbc.examples;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.airbytejdbc.driver.AirbyteDataSource;

/** A pool: connections to one cache are shared and cost next to nothing. */
public final class PooledDataSource {
  private PooledDataSource() {}

  public static void main(String... arguments) throws SQLException {
    AirbyteDataSource source = new AirbyteDataSource();
    source.setUrl("jdbc:airbyte:source-faker?config={\"count\":1000}&maxAge=1d");

    HikariConfig config = new HikariConfig();
    config.setDataSource(source);
    config.setMaximumPoolSize(4);
    // The first connection may install a connector and ask it for its streams.
    config.setConnectionTimeout(300_000);
    try (HikariDataSource pool = new HikariDataSource(config)) {
      for (String table : new String[] {"users", "products", "purchases"}) {
        try (Connection connection = pool.getConnection();
            Statement statement = connection.createStatement();
            ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + table)) {
          rows.next();
          System.out.printf("%-10s %6d%n", table, rows.getLong(1));
        }
      }
    }
  }
}
