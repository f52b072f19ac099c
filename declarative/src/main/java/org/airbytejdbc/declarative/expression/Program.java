package org.airbytejdbc.declarative.expression;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A compiled template: its text, read as a literal. */
final class Program {
  /** The value of a text that is empty, which no literal has. */
  static final Object EMPTY = new Object();

  private final String source;
  private final Optional<ExpressionException> malformed;
  private final Optional<String> constant;
  private final Optional<Expression> single;
  private final Fragment fragment;
  private final String[] needed;

  private Program(String source) {
    this.source = source;
    Optional<ExpressionException> failure = Optional.empty();
    Optional<String> text = Optional.empty();
    Optional<Expression> expression = Optional.empty();
    Fragment compiled = (frame, to) -> {};
    String[] names = {};
    try {
      List<Token> tokens = Lexer.tokens(source);
      if (tokens.stream()
          .allMatch(token -> token.type() == Token.Type.DATA || token.type() == Token.Type.END)) {
        text = Optional.of(String.join("", tokens.stream().map(Token::text).toList()));
      } else {
        var parser = new StatementParser(tokens);
        compiled = parser.template();
        names = parser.needed();
        expression = StatementParser.single(tokens);
      }
    } catch (ExpressionException found) {
      failure = Optional.of(found.in(source));
    }
    this.malformed = failure;
    this.constant = text;
    this.single = expression;
    this.fragment = compiled;
    this.needed = names;
  }

  static Program of(String source) {
    return new Program(source);
  }

  String source() {
    return source;
  }

  boolean isConstant() {
    return constant.isPresent();
  }

  /** The value, or {@link #EMPTY} for an empty text. */
  @Nullable Object render(Scope scope, Set<LiteralType> types) {
    if (constant.isPresent()) {
      return literal(constant.get(), types);
    }
    requireWellFormed();
    try {
      Frame frame = frame(scope);
      if (single.isPresent()) {
        Object value = single.get().evaluate(frame);
        if (isItsOwnLiteral(value) && allowed(value, types)) {
          return value;
        }
        return literal(PythonText.str(value), types);
      }
      return literal(write(frame), types);
    } catch (ExpressionException failure) {
      return literal(textInstead(failure), types);
    } catch (StackOverflowError | UnsupportedOperationException tooMuch) {
      throw ExpressionException.refused("More than a template may do").in(source);
    }
  }

  String text(Scope scope) {
    if (constant.isPresent()) {
      return constant.get();
    }
    requireWellFormed();
    try {
      return write(frame(scope));
    } catch (ExpressionException failure) {
      return textInstead(failure);
    } catch (StackOverflowError | UnsupportedOperationException tooMuch) {
      throw ExpressionException.refused("More than a template may do").in(source);
    }
  }

  private void requireWellFormed() {
    if (malformed.isPresent()) {
      throw malformed.get();
    }
  }

  private String write(Frame frame) {
    var text = new StringBuilder();
    fragment.write(frame, text);
    return text.toString();
  }

  /** The CDK takes a template in which types do not fit for a plain text. */
  private String textInstead(ExpressionException failure) {
    if (failure.kind() == ExpressionException.Kind.TYPE) {
      return source;
    }
    throw failure.in(source);
  }

  private Frame frame(Scope scope) {
    for (String name : needed) {
      if (!scope.has(name)) {
        throw ExpressionException.value("There is no variable '" + name + "'");
      }
    }
    return Frame.of(scope);
  }

  /** Values that would be the same after they were written and read again. */
  private static boolean isItsOwnLiteral(@Nullable Object value) {
    return value == null
        || value instanceof Long
        || value instanceof Boolean
        || value instanceof Double number && Double.isFinite(number);
  }

  private static @Nullable Object literal(String text, Set<LiteralType> types) {
    if (text.isEmpty()) {
      return EMPTY;
    }
    Object value = PythonLiteral.orText(text);
    return allowed(value, types) ? value : text;
  }

  private static boolean allowed(@Nullable Object value, Set<LiteralType> types) {
    return types.isEmpty() || types.stream().anyMatch(type -> type.holds(value));
  }

  /** Whether a condition with this value does not hold. */
  static boolean isFalse(@Nullable Object value) {
    if (value instanceof String text) {
      return switch (text) {
        case "", "False", "false", "{}", "[]", "()", "0", "0.0" -> true;
        default -> false;
      };
    }
    return value == EMPTY || !(value instanceof BigInteger) && !Truth.of(value);
  }
}
