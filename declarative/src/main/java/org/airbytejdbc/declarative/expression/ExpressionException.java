package org.airbytejdbc.declarative.expression;

import static java.util.Objects.requireNonNull;

/**
 * A template could not be compiled or rendered. Its message names the kind of the failure and the
 * template, never a value of the scope.
 */
public final class ExpressionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What Python would have raised, as far as templates can tell it apart. */
  public enum Kind {
    /** The text is no template. */
    SYNTAX,
    /** A part of something that is not there was asked for. */
    UNDEFINED,
    /** An operation does not know values of these types. */
    TYPE,
    /** Values of the right types that do not fit. */
    VALUE,
    /** More steps, memory or time than a template may take, or what no template may reach. */
    REFUSED
  }

  private final Kind kind;

  ExpressionException(Kind kind, String message) {
    super(requireNonNull(message, "message"));
    this.kind = requireNonNull(kind, "kind");
  }

  /** This failure, told of the template in which it happened. */
  ExpressionException in(String template) {
    var named = new ExpressionException(kind, getMessage() + " in " + template);
    named.initCause(this);
    return named;
  }

  static ExpressionException type(String message) {
    return new ExpressionException(Kind.TYPE, message);
  }

  static ExpressionException value(String message) {
    return new ExpressionException(Kind.VALUE, message);
  }

  static ExpressionException syntax(String message) {
    return new ExpressionException(Kind.SYNTAX, message);
  }

  static ExpressionException undefined(String message) {
    return new ExpressionException(Kind.UNDEFINED, message);
  }

  static ExpressionException refused(String message) {
    return new ExpressionException(Kind.REFUSED, message);
  }

  public Kind kind() {
    return kind;
  }
}
