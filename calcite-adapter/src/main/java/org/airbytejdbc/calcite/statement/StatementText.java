package org.airbytejdbc.calcite.statement;

import java.util.List;
import org.airbytejdbc.calcite.statement.StatementException.Kind;

/**
 * The text of exactly one statement, without what ends it.
 *
 * @param sql as written, up to the semicolon
 * @param uncommented the same with blanks for comments, every position kept
 * @param forCalcite whether Calcite can be trusted with it: it reads the same tokens, and its
 *     recursive parser can bear their nesting
 */
public record StatementText(
    String sql, String uncommented, List<Token> tokens, Nesting nesting, boolean forCalcite) {
  private static final int MOST_TOKENS = 5_000;

  /**
   * @throws StatementException if there is none or more than one
   */
  public static StatementText of(String text) {
    Tokenizer tokenizer = new Tokenizer(text);
    List<Token> tokens = tokenizer.tokens();
    int count = 0;
    while (count < tokens.size() && !tokens.get(count).isSign(";")) {
      count++;
    }
    boolean more = tokens.stream().skip(count).anyMatch(token -> !token.isSign(";"));
    if (more) {
      throw new StatementException(
          Kind.UNSUPPORTED, "The text has more than one statement", "Run them one at a time.");
    }
    if (count == 0) {
      throw new StatementException(Kind.SYNTAX, "The statement is empty", "");
    }
    int end = count < tokens.size() ? tokens.get(count).start() : text.length();
    List<Token> own = List.copyOf(tokens.subList(0, count));
    Nesting nesting = Nesting.of(own);
    return new StatementText(
        text.substring(0, end),
        tokenizer.uncommented().substring(0, end),
        own,
        nesting,
        tokenizer.readAlike() && nesting.suitsCalcite() && count <= MOST_TOKENS);
  }

  /** The first token that is no opening parenthesis, else the first of all. */
  public Token first() {
    return tokens.stream().filter(token -> !token.isSign("(")).findFirst().orElse(tokens.get(0));
  }

  /** The statement that begins at a token of this one. */
  public StatementText from(int token) {
    return of(sql.substring(tokens.get(token).start()));
  }
}
