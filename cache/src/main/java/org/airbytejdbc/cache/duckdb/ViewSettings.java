package org.airbytejdbc.cache.duckdb;

import static org.airbytejdbc.cache.duckdb.SqlName.literal;
import static org.airbytejdbc.cache.duckdb.SqlName.quoted;

import org.airbytejdbc.cache.SessionView;

/** What a connection is told so that it sees names and times as a view says. */
final class ViewSettings {
  private ViewSettings() {}

  /** For a connection that was told nothing yet. */
  static String first(SessionView view) {
    String zone = "SET TimeZone = " + literal(view.timeZone());
    return view.schema().isEmpty() ? zone : zone + "; " + path(view.schema());
  }

  /** For a connection that may have seen things otherwise before. */
  static String changed(SessionView view) {
    return "SET TimeZone = "
        + literal(view.timeZone())
        + "; "
        + path(view.schema().isEmpty() ? "main" : view.schema());
  }

  private static String path(String schema) {
    return "SET search_path = " + literal(quoted(DuckDbFile.DATABASE) + "." + quoted(schema));
  }
}
