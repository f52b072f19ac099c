package org.airbytejdbc.declarative.expression;

import java.util.List;

/** The tokens of a template, read one after the other. */
final class Tokens {
  private final List<Token> all;
  private int at;
  private int depth;

  Tokens(List<Token> all) {
    this.all = all;
  }

  Token peek() {
    return all.get(at);
  }

  Token ahead() {
    return all.get(Math.min(at + 1, all.size() - 1));
  }

  Token next() {
    Token token = peek();
    if (at < all.size() - 1) {
      at++;
    }
    return token;
  }

  boolean isOperator(String text) {
    return peek().is(Token.Type.OPERATOR, text);
  }

  boolean isName(String text) {
    return peek().is(Token.Type.NAME, text);
  }

  boolean skipOperator(String text) {
    boolean there = isOperator(text);
    if (there) {
      next();
    }
    return there;
  }

  boolean skipName(String text) {
    boolean there = isName(text);
    if (there) {
      next();
    }
    return there;
  }

  void expectOperator(String text) {
    if (!skipOperator(text)) {
      throw unexpected();
    }
  }

  String expect(Token.Type type) {
    if (peek().type() != type) {
      throw unexpected();
    }
    return next().text();
  }

  ExpressionException unexpected() {
    Token token = peek();
    return ExpressionException.syntax(
        "Unexpected " + (token.text().isEmpty() ? token.type() : "'" + token.text() + "'"));
  }

  /** Bounds how deep expressions may lie in each other. */
  void enter() {
    if (++depth > Limits.DEPTH) {
      throw ExpressionException.refused("Expressions lie too deep in each other");
    }
  }

  void leave() {
    depth--;
  }
}
