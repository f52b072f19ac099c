package org.airbytejdbc.calcite.statement;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.airbytejdbc.calcite.statement.StatementException.Kind;

/**
 * Reads the hint of a statement: a comment that begins with a plus, before the first word or right
 * behind it, with {@code name=value} in it, commas between.
 */
public final class Hints {
  private static final String BEGIN = "/*+";
  private static final String END = "*/";

  private final Map<String, String> hints = new LinkedHashMap<>();

  private Hints() {}

  /**
   * Names with values; empty without a hint.
   *
   * @throws StatementException SYNTAX if a hint is not written so
   */
  public static Map<String, String> of(StatementText text) {
    if (!text.sql().contains(BEGIN)) {
      return Map.of();
    }
    Hints reader = new Hints();
    int from = 0;
    boolean begun = false;
    for (Token token : text.tokens()) {
      reader.comments(text.sql().substring(from, token.start()));
      if (begun) {
        break;
      }
      begun = !token.isSign("(") && !isExplain(token);
      from = token.end();
    }
    return reader.hints;
  }

  private static boolean isExplain(Token token) {
    return token.isWord("EXPLAIN") || token.isWord("ANALYZE");
  }

  /** Reads what is between two tokens: comments and blanks. */
  private void comments(String gap) {
    int at = 0;
    while (at < gap.length()) {
      if (gap.startsWith("--", at)) {
        int end = gap.indexOf('\n', at);
        at = end < 0 ? gap.length() : end;
      } else if (gap.startsWith(BEGIN, at)) {
        int end = gap.indexOf(END, at);
        at = end < 0 ? gap.length() : end;
        read(gap.substring(gap.lastIndexOf(BEGIN, at) + BEGIN.length(), at));
      } else if (gap.startsWith("/*", at)) {
        int end = gap.indexOf(END, at + 2);
        at = end < 0 ? gap.length() : end + 2;
      } else {
        at++;
      }
    }
  }

  private void read(String hint) {
    List<Token> tokens = new Tokenizer(hint).tokens();
    int at = 0;
    while (at < tokens.size()) {
      boolean complete =
          at + 2 < tokens.size()
              && tokens.get(at).isName()
              && tokens.get(at + 1).isSign("=")
              && tokens.get(at + 2).kind() != Token.Kind.SIGN;
      if (!complete || hints.put(tokens.get(at).text(), tokens.get(at + 2).text()) != null) {
        throw new StatementException(
            Kind.SYNTAX,
            "The hint is not understood: " + hint.strip(),
            "Write it as /*+ refresh=never, maxAge=5m */, each name once.");
      }
      at += 3;
      at += at < tokens.size() && tokens.get(at).isSign(",") ? 1 : 0;
    }
  }
}
