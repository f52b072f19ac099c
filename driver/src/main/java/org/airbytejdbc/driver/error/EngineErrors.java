package org.airbytejdbc.driver.error;

import java.util.List;

/** Tells what an engine's error is about from the words it begins with. */
final class EngineErrors {
  private record Rule(String prefix, String contains, SqlState state) {}

  /** DuckDB's error classes, the first match counts. */
  private static final List<Rule> RULES =
      List.of(
          new Rule("Parser Error", "", SqlState.SYNTAX_ERROR),
          new Rule("Catalog Error", "because schema", SqlState.UNDEFINED_SCHEMA),
          new Rule("Catalog Error", "No catalog + schema", SqlState.UNDEFINED_SCHEMA),
          new Rule("Catalog Error", "Function with name", SqlState.UNDEFINED_FUNCTION),
          new Rule("Catalog Error", "", SqlState.UNDEFINED_TABLE),
          new Rule("Binder Error", "Referenced column", SqlState.UNDEFINED_COLUMN),
          new Rule("Binder Error", "does not have a column", SqlState.UNDEFINED_COLUMN),
          new Rule("Binder Error", "Referenced table", SqlState.UNDEFINED_TABLE),
          new Rule("Binder Error", "No function matches", SqlState.UNDEFINED_FUNCTION),
          new Rule("Binder Error", "", SqlState.INVALID_STATEMENT),
          new Rule("Conversion Error", "out of range", SqlState.OUT_OF_RANGE),
          new Rule("Conversion Error", "", SqlState.INVALID_TEXT),
          new Rule("Out of Range Error", "", SqlState.OUT_OF_RANGE),
          new Rule("Invalid Input Error", "", SqlState.INVALID_VALUE),
          new Rule("Constraint Error", "", SqlState.CONSTRAINT_VIOLATED),
          new Rule("TransactionContext Error", "is aborted", SqlState.FAILED_TRANSACTION),
          new Rule("TransactionContext Error", "", SqlState.CONFLICT),
          new Rule("INTERRUPT Error", "", SqlState.CANCELLED),
          new Rule("Out of Memory Error", "", SqlState.OUT_OF_SPACE),
          new Rule("IO Error", "No space left", SqlState.OUT_OF_SPACE),
          new Rule("IO Error", "", SqlState.CACHE_UNAVAILABLE),
          new Rule("Data Corruption Error", "", SqlState.CACHE_UNAVAILABLE),
          new Rule("Permission Error", "", SqlState.INVALID_STATEMENT),
          new Rule("Not implemented Error", "", SqlState.INVALID_STATEMENT));

  private EngineErrors() {}

  static SqlState stateOf(String message) {
    return RULES.stream()
        .filter(rule -> message.startsWith(rule.prefix()) && message.contains(rule.contains()))
        .findFirst()
        .map(Rule::state)
        .orElse(SqlState.INTERNAL);
  }
}
