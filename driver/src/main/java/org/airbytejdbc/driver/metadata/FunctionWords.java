package org.airbytejdbc.driver.metadata;

/** The engine's functions by what they are for, as lists that clients highlight and complete. */
enum FunctionWords {
  NUMERIC(
      """
      kind = 'scalar' AND len(list_filter(list_append(types, returns), lambda t: NOT %1$s)) = 0
        AND (len(types) > 0 OR returns = 'DOUBLE')
      """),
  STRING(
      """
      kind = 'scalar' AND types[1] = 'VARCHAR' AND NOT %2$s
      """),
  SYSTEM("name IN ('nullif', 'typeof', 'version', 'uuid') OR starts_with(name, 'current_')"),
  TIME_DATE(
      """
      kind IN ('scalar', 'macro') AND NOT ends_with(returns, ']')
        AND len(list_filter(list_append(types, returns), lambda t: %3$s)) > 0
      """);

  private static final String IS_NUMBER =
      "regexp_matches(t, '^(U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|FLOAT|DOUBLE|DECIMAL|BIGNUM)$')";
  private static final String IS_TIME = "regexp_matches(%s, '^(DATE|TIME|INTERVAL)')";

  private final String condition;

  FunctionWords(String condition) {
    this.condition =
        condition.formatted(IS_NUMBER, IS_TIME.formatted("returns"), IS_TIME.formatted("t"));
  }

  /** Over {@link FunctionTables}. */
  String sql() {
    return "SELECT string_agg(DISTINCT upper(name), ',' ORDER BY upper(name)) FROM functions"
        + " WHERE NOT regexp_matches(name, '^(collate|icu|json)_') AND ("
        + condition
        + ")";
  }
}
