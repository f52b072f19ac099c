package org.airbytejdbc.declarative.expression;

/**
 * What a variable or member that is not there evaluates to: empty as text, false, and an error as
 * soon as a part of it is asked for or something is computed with it.
 *
 * @param what is missing, for messages
 * @param reason why a use of it fails
 */
record Undefined(String what, ExpressionException.Kind reason) {
  static Undefined of(String what) {
    return new Undefined(what, ExpressionException.Kind.UNDEFINED);
  }

  /** What templates may not reach. */
  static Undefined refused(String what) {
    return new Undefined(what, ExpressionException.Kind.REFUSED);
  }

  ExpressionException failure() {
    return new ExpressionException(
        reason,
        reason == ExpressionException.Kind.REFUSED
            ? "'" + what + "' is out of reach"
            : "'" + what + "' is undefined");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Undefined;
  }

  @Override
  public int hashCode() {
    return 0;
  }
}
