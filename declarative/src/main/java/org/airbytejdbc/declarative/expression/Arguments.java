package org.airbytejdbc.declarative.expression;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The arguments of a call, by position and by name, and how a function takes them. */
record Arguments(List<@Nullable Object> positional, Map<String, @Nullable Object> named) {
  static final Arguments NONE = new Arguments(List.of(), Map.of());
  private static final Object ABSENT = new Object();

  /**
   * These arguments in the order of the parameters, as Python binds them.
   *
   * @param required how many of the parameters must be given
   * @param parameters their names; an empty name takes no argument by name
   */
  Arguments bind(int required, String... parameters) {
    if (named.isEmpty()
        && positional.size() <= parameters.length
        && positional.size() >= required) {
      return this;
    }
    if (positional.size() > parameters.length) {
      throw ExpressionException.type("A call has too many arguments");
    }
    List<@Nullable Object> bound = new ArrayList<>(positional);
    while (bound.size() < parameters.length) {
      String name = parameters[bound.size()];
      bound.add(!name.isEmpty() && named.containsKey(name) ? named.get(name) : ABSENT);
    }
    if (named.keySet().stream().anyMatch(name -> !List.of(parameters).contains(name))) {
      throw ExpressionException.type("A call has an argument of an unknown name");
    }
    if (named.keySet().stream()
        .anyMatch(List.of(parameters).subList(0, positional.size())::contains)) {
      throw ExpressionException.type("A call gives an argument twice");
    }
    if (bound.subList(0, required).contains(ABSENT)) {
      throw ExpressionException.type("A call lacks an argument");
    }
    return new Arguments(bound, Map.of());
  }

  boolean has(int index) {
    return index < positional.size() && positional.get(index) != ABSENT;
  }

  @Nullable Object get(int index) {
    return positional.get(index);
  }

  @Nullable Object get(int index, @Nullable Object otherwise) {
    return has(index) ? positional.get(index) : otherwise;
  }

  String text(int index) {
    if (get(index) instanceof String text) {
      return text;
    }
    throw ExpressionException.type("An argument must be a string");
  }

  /** A whole number that fits an int; a larger one is cut to the nearest. */
  int integer(int index) {
    return Numbers.index(get(index));
  }

  int integer(int index, int otherwise) {
    return has(index) ? integer(index) : otherwise;
  }

  /** A whole number of any size, for results that may be as large. */
  BigInteger wholeNumber(int index) {
    return Numbers.whole(get(index));
  }

  int size() {
    return positional.size();
  }
}
