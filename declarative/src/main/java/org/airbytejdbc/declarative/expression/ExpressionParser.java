package org.airbytejdbc.declarative.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compiles the operators of expressions, by their precedence in Jinja, lowest first. */
final class ExpressionParser {
  private interface Operation {
    @Nullable Object apply(@Nullable Object left, @Nullable Object right);
  }

  private final Tokens tokens;
  private final PrimaryParser primaries;

  ExpressionParser(Tokens tokens, Names names) {
    this.tokens = tokens;
    this.primaries = new PrimaryParser(tokens, names, this);
  }

  /** One expression, or several with commas between them, which are a tuple. */
  Expression tuple() {
    Expression first = expression();
    if (!tokens.isOperator(",")) {
      return first;
    }
    List<Expression> items = new ArrayList<>(List.of(first));
    while (tokens.skipOperator(",")) {
      if (endsTuple()) {
        break;
      }
      items.add(expression());
    }
    return frame -> Tuple.copyOf(PrimaryParser.evaluate(items, frame));
  }

  private boolean endsTuple() {
    return switch (tokens.peek().type()) {
      case PRINT_END, STATEMENT_END -> true;
      default -> tokens.isOperator(")") || tokens.isOperator("]") || tokens.isOperator("=");
    };
  }

  /** A value and the filters that follow, of which the first may lack its stroke. */
  Expression filtersOf(Expression value) {
    Expression first = tokens.peek().type() == Token.Type.NAME ? primaries.filter(value) : value;
    return primaries.filters(first);
  }

  /** {@code a if b else c}, or anything that binds tighter. */
  Expression expression() {
    tokens.enter();
    Expression value = or();
    while (tokens.skipName("if")) {
      Expression then = value;
      Expression condition = or();
      Expression otherwise =
          tokens.skipName("else")
              ? expression()
              : frame -> Undefined.of("the else of an if without one");
      value =
          frame ->
              Truth.of(condition.evaluate(frame))
                  ? then.evaluate(frame)
                  : otherwise.evaluate(frame);
    }
    tokens.leave();
    return value;
  }

  /** As {@link #expression} but without {@code if}, which follows a loop's sequence. */
  Expression or() {
    Expression left = and();
    while (tokens.skipName("or")) {
      Expression first = left;
      Expression second = and();
      left =
          frame -> {
            Object value = first.evaluate(frame);
            return Truth.of(value) ? value : second.evaluate(frame);
          };
    }
    return left;
  }

  private Expression and() {
    Expression left = not();
    while (tokens.skipName("and")) {
      Expression first = left;
      Expression second = not();
      left =
          frame -> {
            Object value = first.evaluate(frame);
            return Truth.of(value) ? second.evaluate(frame) : value;
          };
    }
    return left;
  }

  private Expression not() {
    if (!tokens.skipName("not")) {
      return compare();
    }
    tokens.enter();
    Expression value = not();
    tokens.leave();
    return frame -> !Truth.of(value.evaluate(frame));
  }

  private Expression compare() {
    Expression first = sum();
    List<Operation> operations = new ArrayList<>();
    List<Expression> operands = new ArrayList<>();
    for (var next = comparison(); next.isPresent(); next = comparison()) {
      operations.add(next.get());
      operands.add(sum());
    }
    if (operations.isEmpty()) {
      return first;
    }
    return frame -> {
      Object left = first.evaluate(frame);
      Object result = true;
      for (int i = 0; i < operations.size() && Truth.of(result); i++) {
        Object right = operands.get(i).evaluate(frame);
        result = operations.get(i).apply(left, right);
        left = right;
      }
      return result;
    };
  }

  private Optional<Operation> comparison() {
    if (tokens.skipName("in")) {
      return Optional.of(Comparison::in);
    }
    if (tokens.isName("not") && tokens.ahead().is(Token.Type.NAME, "in")) {
      tokens.next();
      tokens.next();
      return Optional.of((left, right) -> !Comparison.in(left, right));
    }
    if (tokens.peek().type() != Token.Type.OPERATOR) {
      return Optional.empty();
    }
    Operation operation =
        switch (tokens.peek().text()) {
          case "==" -> Comparison::equal;
          case "!=" -> (left, right) -> !Comparison.equal(left, right);
          case "<" -> Comparison::less;
          case "<=" -> Comparison::lessOrEqual;
          case ">" -> (left, right) -> Comparison.less(right, left);
          case ">=" -> (left, right) -> Comparison.lessOrEqual(right, left);
          default -> null;
        };
    if (operation != null) {
      tokens.next();
    }
    return Optional.ofNullable(operation);
  }

  private Expression sum() {
    Expression left = concatenation();
    while (true) {
      if (tokens.skipOperator("+")) {
        left = binary(left, concatenation(), Arithmetic::add);
      } else if (tokens.skipOperator("-")) {
        left = binary(left, concatenation(), Arithmetic::subtract);
      } else {
        return left;
      }
    }
  }

  private Expression concatenation() {
    Expression first = product();
    if (!tokens.isOperator("~")) {
      return first;
    }
    List<Expression> parts = new ArrayList<>(List.of(first));
    while (tokens.skipOperator("~")) {
      parts.add(product());
    }
    return frame -> {
      var text = new StringBuilder();
      for (Expression part : parts) {
        text.append(PythonText.str(part.evaluate(frame)));
        Limits.text(text.length());
      }
      return text.toString();
    };
  }

  private Expression product() {
    Expression left = power();
    while (true) {
      if (tokens.skipOperator("*")) {
        left = binary(left, power(), Arithmetic::multiply);
      } else if (tokens.skipOperator("/")) {
        left = binary(left, power(), Arithmetic::divide);
      } else if (tokens.skipOperator("//")) {
        left = binary(left, power(), Arithmetic::floorDivide);
      } else if (tokens.skipOperator("%")) {
        left = binary(left, power(), Arithmetic::modulo);
      } else {
        return left;
      }
    }
  }

  private Expression power() {
    Expression left = unary(true);
    while (tokens.skipOperator("**")) {
      left = binary(left, unary(true), Arithmetic::power);
    }
    return left;
  }

  private static Expression binary(Expression left, Expression right, Operation operation) {
    return frame -> operation.apply(left.evaluate(frame), right.evaluate(frame));
  }

  private Expression unary(boolean withFilters) {
    tokens.enter();
    Expression value;
    if (tokens.skipOperator("-")) {
      Expression operand = unary(false);
      value = frame -> Arithmetic.negative(operand.evaluate(frame));
    } else if (tokens.skipOperator("+")) {
      Expression operand = unary(false);
      value = frame -> Arithmetic.positive(operand.evaluate(frame));
    } else {
      value = primaries.primary();
    }
    value = primaries.postfixes(value);
    tokens.leave();
    return withFilters ? primaries.filters(value) : value;
  }
}
