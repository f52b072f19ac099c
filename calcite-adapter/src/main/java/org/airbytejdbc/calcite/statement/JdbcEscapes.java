package org.airbytejdbc.calcite.statement;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.airbytejdbc.calcite.statement.StatementException.Kind;

/**
 * JDBC's escapes in a text, such as {@code {d '2020-01-02'}} and {@code {fn ucase(name)}}, as the
 * engine writes what they stand for. Texts, names and comments stay as they are, and so do the
 * engine's own braces: {@code {'a': 1}}.
 */
public final class JdbcEscapes {
  private static final Set<String> KEYWORDS =
      Set.of("d", "t", "ts", "fn", "oj", "call", "limit", "escape");

  private final String text;
  private final List<Token> tokens;
  private int at;

  private JdbcEscapes(String text) {
    this.text = text;
    this.tokens = new Tokenizer(text).tokens();
  }

  /**
   * @throws StatementException SYNTAX for an escape that does not end, or has nothing in it
   */
  public static String replaced(String text) {
    return text.indexOf('{') < 0 ? text : new JdbcEscapes(text).upTo("", 0);
  }

  /** The text from there up to that sign, which is taken too, with its escapes replaced. */
  private String upTo(String sign, int from) {
    StringBuilder replaced = new StringBuilder();
    int copied = from;
    int parentheses = 0;
    while (at < tokens.size()) {
      Token token = tokens.get(at);
      if (!sign.isEmpty() && parentheses == 0 && token.isSign(sign)) {
        replaced.append(text, copied, token.start());
        at++;
        return replaced.toString();
      }
      if (token.isSign("{") && isEscape()) {
        replaced.append(text, copied, token.start()).append(escape());
        copied = tokens.get(at - 1).end();
      } else if (token.isSign("{")) {
        // The engine's own; its inside may have escapes again.
        at++;
        replaced.append(text, copied, token.end()).append(upTo("}", token.end())).append('}');
        copied = tokens.get(at - 1).end();
      } else {
        at++;
      }
    }
    if (!sign.isEmpty()) {
      throw new StatementException(Kind.SYNTAX, "A { is not followed by its }", "");
    }
    return replaced.append(text.substring(copied)).toString();
  }

  private boolean isEscape() {
    if (at + 2 >= tokens.size()) {
      return false;
    }
    Token word = tokens.get(at + 1);
    return word.isSign("?")
        || (word.kind() == Token.Kind.WORD
            && KEYWORDS.contains(word.text().toLowerCase(Locale.ROOT))
            && !tokens.get(at + 2).isSign(":"));
  }

  private String escape() {
    Token word = tokens.get(at + 1);
    if (word.isSign("?")) {
      throw new StatementException(
          Kind.UNSUPPORTED,
          "Procedures return nothing, so {?= call …} cannot be run",
          "Write {call schema.procedure(…)} and read its result set.");
    }
    at += 2;
    String inside = upTo("}", word.end());
    return switch (word.text().toLowerCase(Locale.ROOT)) {
      case "d" -> "DATE" + inside;
      case "t" -> "TIME" + inside;
      case "ts" -> "TIMESTAMP" + inside;
      case "call" -> "CALL" + inside;
      case "limit" -> "LIMIT" + inside;
      case "escape" -> "ESCAPE" + inside;
      case "fn" -> EscapedFunction.of(inside);
      default -> inside;
    };
  }
}
