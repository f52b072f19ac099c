package org.airbytejdbc.cache;

import static java.util.Objects.requireNonNull;

/**
 * How a session sees names and times.
 *
 * @param schema where names without a schema are looked up; must be there, or be empty
 * @param timeZone the id of the zone that times without an offset are meant in
 */
public record SessionView(String schema, String timeZone) {
  public SessionView {
    requireNonNull(schema, "schema");
    requireNonNull(timeZone, "timeZone");
  }
}
