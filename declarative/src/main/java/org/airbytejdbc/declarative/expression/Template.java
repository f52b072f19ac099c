package org.airbytejdbc.declarative.expression;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A text with expressions in it. It renders to text, and the text is read as a Python literal where
 * it is one: {@code "{{ config['n'] }}"} is a number if n is one, or if it looks like one. A text
 * that names nothing is evaluated once, here.
 *
 * <p>Immutable, for any thread. A text that is no template is refused when it is rendered, as a
 * manifest may hold what it never uses.
 */
public final class Template {
  private final Program program;
  private final boolean orNone;
  private final String place;

  private Template(Program program, boolean orNone, String place) {
    this.program = program;
    this.orNone = orNone;
    this.place = place;
  }

  /**
   * The CDK's InterpolatedString: what renders to nothing is the empty text, and a part of
   * something undefined is an error.
   */
  public static Template of(String text) {
    return new Template(Program.of(text), false, "");
  }

  /** As {@link #of}, but what is empty or undefined renders to None, which is {@code null}. */
  public static Template orNone(String text) {
    return new Template(Program.of(text), true, "");
  }

  /** The same template, standing at that place of a manifest. */
  public Template at(String itsPlace) {
    return new Template(program, orNone, itsPlace);
  }

  /** Where it stands in its manifest; empty where that was not said. */
  public String place() {
    return place;
  }

  /** The value, of any type that a literal can have; null is None. */
  public @Nullable Object render(Scope scope) {
    return render(scope, Set.of());
  }

  /** The value where it is of one of these types, else the text; no types mean any type. */
  public @Nullable Object render(Scope scope, Set<LiteralType> types) {
    Object value = rendered(scope, types);
    scope.evaluations().evaluated(this, value);
    return value;
  }

  private @Nullable Object rendered(Scope scope, Set<LiteralType> types) {
    try {
      Object value = program.render(scope, types);
      if (value != Program.EMPTY) {
        return value;
      }
    } catch (ExpressionException failure) {
      if (!orNone || failure.kind() != ExpressionException.Kind.UNDEFINED) {
        throw failure;
      }
    }
    return orNone ? null : "";
  }

  /** The text, never read as a literal; None and what is missing are {@code "None"} and empty. */
  public String text(Scope scope) {
    String text = program.text(scope);
    scope.evaluations().evaluated(this, text);
    return text;
  }

  /**
   * The CDK's InterpolatedBoolean: false for what is empty or undefined, zero, None and the text
   * "false" or "False"; true for all else.
   */
  public boolean test(Scope scope) {
    boolean holds = holds(scope);
    scope.evaluations().evaluated(this, holds);
    return holds;
  }

  private boolean holds(Scope scope) {
    try {
      return !Program.isFalse(program.render(scope, Set.of()));
    } catch (ExpressionException failure) {
      if (failure.kind() == ExpressionException.Kind.UNDEFINED) {
        return false;
      }
      throw failure;
    }
  }

  /** Whether rendering gives the same for every scope. */
  public boolean isConstant() {
    return program.isConstant();
  }

  /** The text as it was written. */
  @Override
  public String toString() {
    return program.source();
  }
}
