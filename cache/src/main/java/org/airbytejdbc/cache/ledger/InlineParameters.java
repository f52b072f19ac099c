package org.airbytejdbc.cache.ledger;

import org.airbytejdbc.cache.duckdb.SqlName;

/**
 * Writes a statement's parameters into its text: a statement that has parameters is planned twice
 * by the engine, when it is prepared and again with their values, which is most of what a statement
 * on small tables costs.
 */
final class InlineParameters {
  private InlineParameters() {}

  /**
   * The text with literals in the places of its question marks, but for those inside of quotes.
   *
   * @param parameters strings, numbers and booleans, as many as there are places
   */
  static String in(String sql, Object... parameters) {
    StringBuilder text = new StringBuilder(sql.length() + 64);
    int next = 0;
    char quote = 0;
    for (int i = 0; i < sql.length(); i++) {
      char c = sql.charAt(i);
      if (c == '?' && quote == 0) {
        text.append(literal(parameters[next++]));
        continue;
      }
      if (quote == 0 && (c == '\'' || c == '"')) {
        quote = c;
      } else if (c == quote) {
        quote = 0;
      }
      text.append(c);
    }
    if (next != parameters.length) {
      throw new IllegalArgumentException(next + " places for " + parameters.length + " parameters");
    }
    return text.toString();
  }

  private static String literal(Object value) {
    if (value instanceof String text) {
      // The engine's parser takes a NUL for the end of the statement.
      return text.indexOf('\0') < 0
          ? SqlName.literal(text)
          : "(" + SqlName.literal(text).replace("\0", "' || chr(0) || '") + ")";
    }
    if (value instanceof Number || value instanceof Boolean) {
      return value.toString();
    }
    throw new IllegalArgumentException("No literal of " + value.getClass());
  }
}
