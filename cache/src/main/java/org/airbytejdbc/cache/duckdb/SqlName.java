package org.airbytejdbc.cache.duckdb;

/** Names and texts as SQL writes them. */
public final class SqlName {
  private SqlName() {}

  /** A quoted identifier; safe for any name. */
  public static String quoted(String identifier) {
    return '"' + identifier.replace("\"", "\"\"") + '"';
  }

  /** A string literal; safe for any text. */
  public static String literal(String text) {
    return '\'' + text.replace("'", "''") + '\'';
  }
}
