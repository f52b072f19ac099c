package org.airbytejdbc.calcite;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.airbytejdbc.calcite.RoutedStatement.Argument;
import org.airbytejdbc.calcite.RoutedStatement.Parameter;
import org.airbytejdbc.calcite.RoutedStatement.Procedure;
import org.airbytejdbc.calcite.statement.StatementException;
import org.airbytejdbc.calcite.statement.StatementException.Kind;
import org.airbytejdbc.calcite.statement.StatementText;
import org.airbytejdbc.calcite.statement.Token;

/** Reads {@code CALL schema.name(value, name => value, …)}. */
final class ProcedureCall {
  private final String sql;
  private final List<Token> tokens;
  private int at = 1;
  private int parameters;

  private ProcedureCall(StatementText text) {
    sql = text.sql();
    tokens = text.tokens();
  }

  /**
   * @throws StatementException SYNTAX
   */
  static Procedure read(StatementText text) {
    return new ProcedureCall(text).procedure();
  }

  private Procedure procedure() {
    String schema = "";
    String name = name();
    if (takes(".")) {
      schema = name;
      name = name();
    }
    List<Argument> arguments = new ArrayList<>();
    if (takes("(") && !takes(")")) {
      do {
        arguments.add(argument());
      } while (takes(","));
      expect(")");
    }
    if (at < tokens.size()) {
      throw wrong("the end of the call");
    }
    return new Procedure(schema, name, arguments);
  }

  private Argument argument() {
    boolean named =
        at + 1 < tokens.size()
            && tokens.get(at).isName()
            && (tokens.get(at + 1).isSign("=>") || tokens.get(at + 1).isSign(":="));
    String name = named ? name() : "";
    if (named) {
      at++;
    }
    return new Argument(name, value());
  }

  private Optional<Object> value() {
    boolean negative = takes("-");
    if (at == tokens.size()) {
      throw wrong("a value");
    }
    Token token = tokens.get(at);
    Optional<Object> value;
    if (token.kind() == Token.Kind.NUMBER) {
      value = Optional.of(number((negative ? "-" : "") + token.text()));
    } else if (negative) {
      throw wrong("a number");
    } else if (token.kind() == Token.Kind.STRING) {
      value = Optional.of(token.text());
    } else if (token.isSign("?")) {
      value = Optional.of(new Parameter(++parameters));
    } else if (token.isWord("true") || token.isWord("false")) {
      value = Optional.of(Boolean.valueOf(token.text().toLowerCase(Locale.ROOT)));
    } else if (token.isWord("null")) {
      value = Optional.empty();
    } else {
      throw wrong("a string, number, TRUE, FALSE, NULL or ?");
    }
    at++;
    return value;
  }

  private Object number(String digits) {
    try {
      if (digits.chars().allMatch(c -> c == '-' || (c >= '0' && c <= '9'))) {
        return Long.valueOf(digits);
      }
      return Double.valueOf(digits);
    } catch (NumberFormatException e) {
      throw wrong("a number");
    }
  }

  private String name() {
    if (at == tokens.size() || !tokens.get(at).isName()) {
      throw wrong("a name");
    }
    return tokens.get(at++).text();
  }

  private boolean takes(String sign) {
    boolean here = at < tokens.size() && tokens.get(at).isSign(sign);
    at += here ? 1 : 0;
    return here;
  }

  private void expect(String sign) {
    if (!takes(sign)) {
      throw wrong(sign);
    }
  }

  private StatementException wrong(String expected) {
    String found =
        at < tokens.size()
            ? sql.substring(tokens.get(at).start(), tokens.get(at).end())
            : "the end";
    return new StatementException(
        Kind.SYNTAX,
        "CALL expects " + expected + ", not " + found,
        "Write CALL schema.procedure('value', name => 'value').");
  }
}
