package org.airbytejdbc.calcite;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A schema whose tables are made up when a statement names them.
 *
 * @param tables their names, in lower case
 */
public record SystemSchema(String name, Set<String> tables) {
  /** For statements that can name no such table. */
  public static final SystemSchema NONE = new SystemSchema("", Set.of());

  public SystemSchema {
    requireNonNull(name, "name");
    tables = Set.copyOf(tables);
  }

  /** Whether this is the schema of that name, letter case aside as in SQL. */
  public boolean is(String schema) {
    return !name.isEmpty() && name.equalsIgnoreCase(schema);
  }

  Optional<String> find(String table) {
    return Optional.of(table.toLowerCase(Locale.ROOT)).filter(tables::contains);
  }
}
