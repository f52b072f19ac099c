package org.airbytejdbc.calcite;

/**
 * Turns the text of a statement into the way it runs, and remembers that by text, current schema
 * and catalog versions. Thread-safe; one per connection or shared.
 */
public final class Statements {
  /**
   * @param sql one statement, as the user wrote it
   * @param currentSchema where names without a schema are looked up
   * @throws StatementException if it is wrong, or names what is not there
   */
  public RoutedStatement route(String sql, String currentSchema, AttachedSources sources) {
    throw new UnsupportedOperationException("not yet");
  }
}
