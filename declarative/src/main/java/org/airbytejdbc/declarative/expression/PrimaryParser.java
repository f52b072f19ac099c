package org.airbytejdbc.declarative.expression;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compiles what operators stand between: literals, names, and what hangs on them. */
final class PrimaryParser {
  private final Tokens tokens;
  private final Names names;
  private final ExpressionParser expressions;

  PrimaryParser(Tokens tokens, Names names, ExpressionParser expressions) {
    this.tokens = tokens;
    this.names = names;
    this.expressions = expressions;
  }

  static List<@Nullable Object> evaluate(List<Expression> expressions, Frame frame) {
    List<@Nullable Object> values = new ArrayList<>(expressions.size());
    for (Expression expression : expressions) {
      values.add(expression.evaluate(frame));
    }
    return values;
  }

  Expression primary() {
    Token token = tokens.peek();
    switch (token.type()) {
      case NAME -> {
        tokens.next();
        return name(token.text());
      }
      case STRING -> {
        return string();
      }
      case INTEGER -> {
        tokens.next();
        return constant(integer(token.text()));
      }
      case FLOAT -> {
        tokens.next();
        return constant(Double.valueOf(token.text()));
      }
      default -> {}
    }
    if (tokens.skipOperator("(")) {
      return parenthesised();
    }
    if (tokens.skipOperator("[")) {
      List<Expression> items = items("]");
      return frame -> evaluate(items, frame);
    }
    if (tokens.skipOperator("{")) {
      return dict();
    }
    throw tokens.unexpected();
  }

  private static Expression constant(@Nullable Object value) {
    return frame -> value;
  }

  private Expression name(String name) {
    return switch (name) {
      case "true", "True" -> constant(true);
      case "false", "False" -> constant(false);
      case "none", "None" -> constant(null);
      default -> {
        names.use(name);
        yield frame -> frame.get(name);
      }
    };
  }

  private Expression string() {
    var text = new StringBuilder();
    while (tokens.peek().type() == Token.Type.STRING) {
      text.append(tokens.next().text());
    }
    return constant(text.toString());
  }

  private static Object integer(String digits) {
    String lower = digits.toLowerCase(Locale.ROOT);
    int radix =
        lower.startsWith("0x") ? 16 : lower.startsWith("0o") ? 8 : lower.startsWith("0b") ? 2 : 10;
    return Numbers.normal(new BigInteger(radix == 10 ? lower : lower.substring(2), radix));
  }

  private Expression parenthesised() {
    if (tokens.skipOperator(")")) {
      return constant(Tuple.of());
    }
    Expression value = expressions.tuple();
    tokens.expectOperator(")");
    return value;
  }

  private List<Expression> items(String close) {
    List<Expression> items = new ArrayList<>();
    while (!tokens.skipOperator(close)) {
      if (!items.isEmpty()) {
        tokens.expectOperator(",");
        if (tokens.skipOperator(close)) {
          break;
        }
      }
      items.add(expressions.expression());
    }
    return items;
  }

  private Expression dict() {
    List<Expression> keys = new ArrayList<>();
    List<Expression> values = new ArrayList<>();
    while (!tokens.skipOperator("}")) {
      if (!keys.isEmpty()) {
        tokens.expectOperator(",");
        if (tokens.skipOperator("}")) {
          break;
        }
      }
      keys.add(expressions.expression());
      tokens.expectOperator(":");
      values.add(expressions.expression());
    }
    return frame -> {
      Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
      for (int i = 0; i < keys.size(); i++) {
        Items.put(map, keys.get(i).evaluate(frame), values.get(i).evaluate(frame));
      }
      return map;
    };
  }

  Expression postfixes(Expression start) {
    Expression value = start;
    while (true) {
      if (tokens.skipOperator(".")) {
        value = dot(value);
      } else if (tokens.skipOperator("[")) {
        value = subscript(value);
      } else if (tokens.isOperator("(")) {
        value = call(value);
      } else {
        return value;
      }
    }
  }

  private Expression dot(Expression value) {
    Token token = tokens.next();
    if (token.type() == Token.Type.NAME) {
      String name = token.text();
      return frame -> Attributes.get(value.evaluate(frame), name);
    }
    if (token.type() == Token.Type.INTEGER) {
      Object index = integer(token.text());
      return frame -> Items.get(value.evaluate(frame), index);
    }
    throw ExpressionException.syntax("A name or number must follow a dot");
  }

  private Expression subscript(Expression value) {
    Optional<Expression> start =
        tokens.isOperator(":") ? Optional.empty() : Optional.of(expressions.tuple());
    if (start.isPresent() && tokens.skipOperator("]")) {
      Expression key = start.get();
      return frame -> Items.get(value.evaluate(frame), key.evaluate(frame));
    }
    tokens.expectOperator(":");
    Expression first = start.orElse(constant(null));
    Expression stop = bound();
    Expression step = tokens.skipOperator(":") ? bound() : constant(null);
    tokens.expectOperator("]");
    return frame ->
        Items.slice(
            value.evaluate(frame),
            first.evaluate(frame),
            stop.evaluate(frame),
            step.evaluate(frame));
  }

  private Expression bound() {
    return tokens.isOperator("]") || tokens.isOperator(":")
        ? constant(null)
        : expressions.expression();
  }

  private Expression call(Expression callee) {
    ArgumentsParser.Given given = arguments();
    return frame -> {
      Object function = callee.evaluate(frame);
      if (function instanceof Function callable) {
        return callable.call(frame, given.evaluate(frame));
      }
      if (function instanceof Undefined undefined) {
        throw undefined.failure();
      }
      throw ExpressionException.type(PythonText.typeName(function) + " cannot be called");
    };
  }

  private ArgumentsParser.Given arguments() {
    return new ArgumentsParser(tokens, expressions).parse();
  }

  Expression filters(Expression start) {
    Expression value = start;
    while (true) {
      if (tokens.skipOperator("|")) {
        value = filter(value);
      } else if (tokens.skipName("is")) {
        value = test(value);
      } else if (tokens.isOperator("(")) {
        value = call(value);
      } else {
        return value;
      }
    }
  }

  /** A filter after its stroke, applied to a value. */
  Expression filter(Expression value) {
    Method<@Nullable Object> filter = Filters.named(dottedName());
    ArgumentsParser.Given given =
        tokens.isOperator("(") ? arguments() : ArgumentsParser.Given.NOTHING;
    return frame -> filter.call(value.evaluate(frame), given.evaluate(frame));
  }

  private String dottedName() {
    var name = new StringBuilder(tokens.expect(Token.Type.NAME));
    while (tokens.skipOperator(".")) {
      name.append('.').append(tokens.expect(Token.Type.NAME));
    }
    return name.toString();
  }

  private Expression test(Expression value) {
    boolean negated = tokens.skipName("not");
    Method<@Nullable Object> test = Tests.named(dottedName());
    ArgumentsParser.Given given = testArguments();
    return frame -> Truth.of(test.call(value.evaluate(frame), given.evaluate(frame))) != negated;
  }

  /** A test's one argument may stand without parentheses. */
  private ArgumentsParser.Given testArguments() {
    if (tokens.isOperator("(")) {
      return arguments();
    }
    boolean argument =
        switch (tokens.peek().type()) {
          case STRING, INTEGER, FLOAT -> true;
          case NAME -> !List.of("else", "or", "and").contains(tokens.peek().text());
          default -> tokens.isOperator("[") || tokens.isOperator("{");
        };
    if (!argument) {
      return ArgumentsParser.Given.NOTHING;
    }
    if (tokens.isName("is")) {
      throw ExpressionException.syntax("Tests cannot be chained");
    }
    Expression only = postfixes(primary());
    return new ArgumentsParser.Given(List.of(only), Map.of(), List.of(), List.of());
  }
}
