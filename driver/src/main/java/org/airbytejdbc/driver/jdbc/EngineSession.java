package org.airbytejdbc.driver.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.TimeZone;
import org.airbytejdbc.cache.Freshness.Touched;
import org.airbytejdbc.cache.catalog.SqlName;

/** Makes the engine see names and times as the caller does. */
final class EngineSession {
  private EngineSession() {}

  /** Sets the JVM's time zone, and the current schema if a touched stream is in it. */
  static void adapt(Connection engine, String schema, List<Touched> touched) throws SQLException {
    StringBuilder settings =
        new StringBuilder("SET TimeZone = ").append(SqlName.literal(TimeZone.getDefault().getID()));
    touched.stream()
        .map(streams -> streams.source().name())
        .filter(schema::equalsIgnoreCase)
        .forEach(
            name ->
                settings
                    .append("; SET search_path = ")
                    .append(SqlName.literal(SqlName.quoted(name))));
    try (Statement statement = engine.createStatement()) {
      statement.execute(settings.toString());
    }
  }
}
