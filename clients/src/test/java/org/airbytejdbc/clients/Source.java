package org.airbytejdbc.clients;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A source that clients are tried on, by its URL. */
interface Source {
  /** The URL to give to a client, without any property that tests alone would set. */
  String url();

  /** Plain JDBC, for what a client is compared with. */
  default Connection connect() throws SQLException {
    return DriverManager.getConnection(url());
  }

  /** A property's value as it is written in a URL. */
  static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Where a cache file of that name is kept, as a property of the URL. */
  static String cache(Path folder, String name) {
    return "cache=" + encoded("duckdb:" + folder.resolve(name + ".duckdb"));
  }
}
