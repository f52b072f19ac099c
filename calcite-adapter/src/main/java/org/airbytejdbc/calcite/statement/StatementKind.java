package org.airbytejdbc.calcite.statement;

import java.util.Locale;
import java.util.Set;
import org.airbytejdbc.calcite.statement.StatementException.Kind;

/** What a statement is by its first word; only these kinds ever reach an engine. */
public enum StatementKind {
  QUERY(
      "SELECT",
      "VALUES",
      "WITH",
      "TABLE",
      "FROM",
      "DESCRIBE",
      "DESC",
      "SUMMARIZE",
      "PIVOT",
      "UNPIVOT"),
  EXPLAIN("EXPLAIN"),
  SETTING("SET", "RESET", "USE"),
  SHOW("SHOW"),
  CALL("CALL"),
  WRITE("ALTER", "CREATE", "DELETE", "DROP", "INSERT", "TRUNCATE", "UPDATE");

  private static final Set<String> REFUSED =
      Set.of(
          "ANALYZE",
          "ATTACH",
          "CHECKPOINT",
          "COMMENT",
          "COPY",
          "DEALLOCATE",
          "DETACH",
          "EXECUTE",
          "EXPORT",
          "FORCE",
          "GRANT",
          "IMPORT",
          "INSTALL",
          "LOAD",
          "MERGE",
          "PRAGMA",
          "PREPARE",
          "REINDEX",
          "REPLACE",
          "REVOKE",
          "UPSERT",
          "VACUUM");

  private static final Set<String> TRANSACTION =
      Set.of("ABORT", "BEGIN", "COMMIT", "END", "ROLLBACK", "SAVEPOINT", "START");

  private final Set<String> words;

  StatementKind(String... words) {
    this.words = Set.of(words);
  }

  /** Whether a statement of this kind, or a part of one, can begin so. */
  public boolean isBegunBy(Token token) {
    return token.kind() == Token.Kind.WORD && words.contains(token.text().toUpperCase(Locale.ROOT));
  }

  /**
   * @throws StatementException UNSUPPORTED for what writes or sets, SYNTAX for no statement at all
   */
  public static StatementKind of(StatementText text) {
    Token first = text.first();
    String word = first.kind() == Token.Kind.WORD ? first.text().toUpperCase(Locale.ROOT) : "";
    boolean inParentheses = first.start() > text.tokens().get(0).start();
    for (StatementKind kind : values()) {
      if (kind.words.contains(word) && (kind == QUERY || !inParentheses)) {
        return kind;
      }
    }
    if (TRANSACTION.contains(word)) {
      throw new StatementException(
          Kind.UNSUPPORTED,
          word + " is not run as a statement",
          "Use the connection's setAutoCommit, commit and rollback.");
    }
    if (REFUSED.contains(word)) {
      throw new StatementException(
          Kind.UNSUPPORTED,
          "Streams are read-only: " + word + " is not run",
          "Views and tables of your own are changed with CREATE, INSERT, UPDATE, DELETE, ALTER and"
              + " DROP.");
    }
    throw new StatementException(
        Kind.SYNTAX,
        "A statement cannot begin with "
            + text.sql().substring(first.start(), Math.min(first.end(), first.start() + 40)),
        "Begin with SELECT, WITH, FROM, VALUES, TABLE, DESCRIBE, SUMMARIZE, SHOW, EXPLAIN or CALL.");
  }
}
