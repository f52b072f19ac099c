package org.airbytejdbc.cache.own;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.airbytejdbc.cache.duckdb.DuckDbFile;
import org.airbytejdbc.cache.duckdb.SqlName;

/**
 * A view or table that a user has made.
 *
 * @param definition the statement that makes it, as the engine writes it; empty for a table
 * @param primaryKey the columns of its key in their order; empty if it has none
 */
public record OwnTable(
    Kind kind,
    boolean temporary,
    String name,
    String definition,
    List<OwnColumn> columns,
    List<String> primaryKey) {
  /** The schema of those that stay. No source can be called so. */
  public static final String SCHEMA = "main";

  /** The schema of those that go with their connection. No source can be called so. */
  public static final String TEMPORARY_SCHEMA = "temp";

  /** What it is. */
  public enum Kind {
    TABLE,
    VIEW
  }

  /**
   * A column of it.
   *
   * @param type as the engine writes it
   */
  public record OwnColumn(String name, String type, boolean nullable) {
    public OwnColumn {
      requireNonNull(name, "name");
      requireNonNull(type, "type");
    }
  }

  public OwnTable {
    requireNonNull(kind, "kind");
    requireNonNull(name, "name");
    requireNonNull(definition, "definition");
    columns = List.copyOf(columns);
    primaryKey = List.copyOf(primaryKey);
  }

  public boolean isView() {
    return kind == Kind.VIEW;
  }

  /** Where statements name it. */
  public String schema() {
    return temporary ? TEMPORARY_SCHEMA : SCHEMA;
  }

  /** The parts of the name that means nothing else. */
  public List<String> path() {
    return List.of(temporary ? TEMPORARY_SCHEMA : DuckDbFile.DATABASE, SCHEMA, name);
  }

  /** That name, quoted for SQL text. */
  public String sqlName() {
    return sqlName(temporary, name);
  }

  /** The same for one that is not there yet. */
  public static String sqlName(boolean temporary, String name) {
    String schema = temporary ? "\"temp\".\"main\"." : "\"main\".";
    return schema + SqlName.quoted(name);
  }
}
