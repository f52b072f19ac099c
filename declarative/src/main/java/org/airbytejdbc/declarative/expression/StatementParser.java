package org.airbytejdbc.declarative.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Compiles a template: its text, its expressions and its statements. */
final class StatementParser {
  private final Tokens tokens;
  private final Names names = new Names();
  private final ExpressionParser expressions;

  StatementParser(List<Token> all) {
    tokens = new Tokens(all);
    expressions = new ExpressionParser(tokens, names);
  }

  /** The names that the scope has to have. */
  String[] needed() {
    return names.needed();
  }

  /** The expression, if the template is one and nothing else. */
  static Optional<Expression> single(List<Token> all) {
    boolean one =
        all.size() > 3
            && all.get(0).type() == Token.Type.PRINT_BEGIN
            && all.stream().filter(t -> t.type() == Token.Type.PRINT_END).count() == 1
            && all.get(all.size() - 2).type() == Token.Type.PRINT_END;
    if (!one) {
      return Optional.empty();
    }
    var parser = new StatementParser(all);
    parser.tokens.next();
    return Optional.of(parser.expressions.tuple());
  }

  Fragment template() {
    Fragment all = body(Set.of());
    if (tokens.peek().type() != Token.Type.END) {
      throw tokens.unexpected();
    }
    return all;
  }

  /** Up to a statement of one of these names, which is left to the caller. */
  private Fragment body(Set<String> ends) {
    List<Fragment> parts = new ArrayList<>();
    while (tokens.peek().type() != Token.Type.END) {
      Token token = tokens.peek();
      if (token.type() == Token.Type.DATA) {
        parts.add((frame, text) -> text.append(token.text()));
        tokens.next();
      } else if (token.type() == Token.Type.PRINT_BEGIN) {
        tokens.next();
        parts.add(Fragment.print(expressions.tuple()));
        tokens.expect(Token.Type.PRINT_END);
      } else if (ends.contains(tokens.ahead().text())) {
        return Fragment.all(parts);
      } else {
        tokens.expect(Token.Type.STATEMENT_BEGIN);
        tokens.enter();
        parts.add(statement(tokens.expect(Token.Type.NAME)));
        tokens.leave();
      }
    }
    if (!ends.isEmpty()) {
      throw ExpressionException.syntax("A statement does not end");
    }
    return Fragment.all(parts);
  }

  private Fragment statement(String name) {
    return switch (name) {
      case "if" -> condition();
      case "for" -> loop();
      case "set" -> assignment();
      case "with" -> with();
      case "filter" -> filter();
      default -> throw ExpressionException.syntax("Unknown statement '" + name + "'");
    };
  }

  /** The name of the statement that ends a body, and the end of that statement's begin. */
  private String end() {
    tokens.expect(Token.Type.STATEMENT_BEGIN);
    return tokens.expect(Token.Type.NAME);
  }

  private void close() {
    tokens.expect(Token.Type.STATEMENT_END);
  }

  private Fragment branch(Set<String> ends) {
    close();
    names.enter(true);
    Fragment body = body(ends);
    names.leave();
    return body;
  }

  private Fragment condition() {
    Expression condition = sequence();
    Fragment then = branch(Set.of("elif", "else", "endif"));
    Fragment otherwise =
        switch (end()) {
          case "elif" -> condition();
          case "else" -> {
            Fragment last = branch(Set.of("endif"));
            end();
            close();
            yield last;
          }
          default -> {
            close();
            yield (frame, text) -> {};
          }
        };
    return (frame, text) -> {
      if (Truth.of(condition.evaluate(frame))) {
        then.write(frame, text);
      } else {
        otherwise.write(frame, text);
      }
    };
  }

  private Fragment loop() {
    Target target = target();
    if (!tokens.skipName("in")) {
      throw tokens.unexpected();
    }
    Expression items = sequence();
    names.enter(false);
    target.names().forEach(names::set);
    Optional<Expression> filter =
        tokens.skipName("if") ? Optional.of(expressions.expression()) : Optional.empty();
    names.set("loop");
    close();
    Fragment body = body(Set.of("else", "endfor"));
    names.leave();
    Fragment otherwise = (frame, text) -> {};
    if (end().equals("else")) {
      otherwise = branch(Set.of("endfor"));
      end();
    }
    close();
    return new Loop(target, items, filter, body, otherwise);
  }

  private Expression sequence() {
    Expression first = expressions.or();
    if (!tokens.isOperator(",")) {
      return first;
    }
    List<Expression> items = new ArrayList<>(List.of(first));
    while (tokens.skipOperator(",")) {
      items.add(expressions.or());
    }
    return frame -> Tuple.copyOf(PrimaryParser.evaluate(items, frame));
  }

  private Target target() {
    boolean parentheses = tokens.skipOperator("(");
    String first = tokens.expect(Token.Type.NAME);
    if (tokens.skipOperator(".")) {
      names.use(first);
      return new Target.Attribute(first, tokens.expect(Token.Type.NAME));
    }
    List<String> all = new ArrayList<>(List.of(first));
    boolean several = false;
    while (tokens.skipOperator(",")) {
      several = true;
      if (tokens.peek().type() == Token.Type.NAME && !tokens.isName("in")) {
        all.add(tokens.next().text());
      }
    }
    if (parentheses) {
      tokens.expectOperator(")");
    }
    return several ? new Target.Several(List.copyOf(all)) : new Target.One(first);
  }

  private Fragment assignment() {
    Target target = target();
    if (tokens.skipOperator("=")) {
      Expression value = expressions.tuple();
      close();
      target.names().forEach(names::set);
      return (frame, text) -> target.assign(frame, value.evaluate(frame));
    }
    Expression block = captured("endset");
    target.names().forEach(names::set);
    return (frame, text) -> target.assign(frame, block.evaluate(frame));
  }

  /** The text of a block as a value, with the filters that its begin names. */
  private Expression captured(String end) {
    var block = new Captured();
    Expression value = expressions.filtersOf(block);
    close();
    names.enter(false);
    block.body = body(Set.of(end));
    names.leave();
    end();
    close();
    return value;
  }

  /** The text of a block; its filters are read before its body. */
  private static final class Captured implements Expression {
    private Fragment body = (frame, text) -> {};

    @Override
    public Object evaluate(Frame frame) {
      var text = new StringBuilder();
      body.write(frame.inner(), text);
      return text.toString();
    }
  }

  private Fragment filter() {
    return Fragment.print(captured("endfilter"));
  }

  private Fragment with() {
    List<Fragment> sets = new ArrayList<>();
    List<Target> targets = new ArrayList<>();
    while (tokens.peek().type() != Token.Type.STATEMENT_END) {
      if (!targets.isEmpty()) {
        tokens.expectOperator(",");
      }
      Target target = target();
      tokens.expectOperator("=");
      Expression value = expressions.expression();
      targets.add(target);
      sets.add((frame, text) -> target.assign(frame, value.evaluate(frame)));
    }
    close();
    names.enter(false);
    targets.forEach(target -> target.names().forEach(names::set));
    Fragment body = body(Set.of("endwith"));
    names.leave();
    end();
    close();
    return (frame, text) -> {
      Frame inner = frame.inner();
      Fragment.all(sets).write(inner, text);
      body.write(inner, text);
    };
  }
}
