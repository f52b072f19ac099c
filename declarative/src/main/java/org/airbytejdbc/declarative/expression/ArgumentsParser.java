package org.airbytejdbc.declarative.expression;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compiles what stands in the parentheses of a call. */
final class ArgumentsParser {
  /**
   * The arguments before they are evaluated.
   *
   * @param spread sequences whose items are arguments, after a star
   * @param spreadNamed maps whose members are arguments, after two stars
   */
  record Given(
      List<Expression> positional,
      Map<String, Expression> named,
      List<Expression> spread,
      List<Expression> spreadNamed) {
    static final Given NOTHING = new Given(List.of(), Map.of(), List.of(), List.of());

    Arguments evaluate(Frame frame) {
      if (this == NOTHING) {
        return Arguments.NONE;
      }
      List<@Nullable Object> values = PrimaryParser.evaluate(positional, frame);
      spread.forEach(items -> values.addAll(Sequences.list(items.evaluate(frame))));
      Map<String, @Nullable Object> byName = named.isEmpty() ? Map.of() : new LinkedHashMap<>();
      named.forEach((name, value) -> byName.put(name, value.evaluate(frame)));
      return spreadNamed.isEmpty()
          ? new Arguments(values, byName)
          : new Arguments(values, withMembers(byName, frame));
    }

    private Map<String, @Nullable Object> withMembers(
        Map<String, @Nullable Object> byName, Frame frame) {
      Map<String, @Nullable Object> all = new LinkedHashMap<>(byName);
      for (Expression members : spreadNamed) {
        if (!(members.evaluate(frame) instanceof Map<?, ?> map)) {
          throw ExpressionException.type("Only a mapping stands after two stars");
        }
        map.forEach((name, value) -> all.put(String.valueOf(name), value));
      }
      return all;
    }
  }

  private final Tokens tokens;
  private final ExpressionParser expressions;
  private final Given given =
      new Given(new ArrayList<>(), new LinkedHashMap<>(), new ArrayList<>(), new ArrayList<>());

  ArgumentsParser(Tokens tokens, ExpressionParser expressions) {
    this.tokens = tokens;
    this.expressions = expressions;
  }

  Given parse() {
    tokens.expectOperator("(");
    boolean first = true;
    while (!tokens.skipOperator(")")) {
      if (!first) {
        tokens.expectOperator(",");
        if (tokens.skipOperator(")")) {
          break;
        }
      }
      argument();
      first = false;
    }
    return given;
  }

  private void argument() {
    if (tokens.skipOperator("**")) {
      given.spreadNamed.add(expressions.expression());
    } else if (tokens.skipOperator("*")) {
      given.spread.add(expressions.expression());
    } else if (tokens.peek().type() == Token.Type.NAME
        && tokens.ahead().is(Token.Type.OPERATOR, "=")) {
      String name = tokens.next().text();
      tokens.next();
      given.named.put(name, expressions.expression());
    } else if (given.named.isEmpty() && given.spread.isEmpty() && given.spreadNamed.isEmpty()) {
      given.positional.add(expressions.expression());
    } else {
      throw tokens.unexpected();
    }
  }
}
