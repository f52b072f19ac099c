package org.airbytejdbc.declarative.expression;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What may stand after {@code is}. */
final class Tests {
  private static final Map<String, Method<@Nullable Object>> ALL =
      Map.ofEntries(
          test("defined", value -> !(value instanceof Undefined)),
          test("undefined", value -> value instanceof Undefined),
          test("none", value -> value == null),
          test("true", value -> Boolean.TRUE.equals(value)),
          test("false", value -> Boolean.FALSE.equals(value)),
          test("boolean", value -> value instanceof Boolean),
          test("integer", value -> Numbers.isWhole(value) && !(value instanceof Boolean)),
          test("float", Numbers::isFloat),
          test("number", Numbers::isNumber),
          test("string", value -> value instanceof String),
          test("mapping", value -> value instanceof Map),
          test("iterable", Sequences::isIterable),
          test("sequence", Tests::isSequence),
          test("callable", value -> value instanceof Function || value instanceof Undefined),
          test("escaped", value -> false),
          test("lower", value -> cased(value, false)),
          test("upper", value -> cased(value, true)),
          test("even", value -> remainder(value, 2L).equals(BigInteger.ZERO)),
          test("odd", value -> remainder(value, 2L).equals(BigInteger.ONE)),
          with("divisibleby", (value, by) -> remainder(value, by).signum() == 0),
          with(
              "sameas",
              (value, other) ->
                  value == other
                      || value != null
                          && !(value instanceof List || value instanceof Map)
                          && value.equals(other)),
          with("in", Comparison::in),
          with("eq", Comparison::equal),
          with("equalto", Comparison::equal),
          with("==", Comparison::equal),
          with("ne", (value, other) -> !Comparison.equal(value, other)),
          with("!=", (value, other) -> !Comparison.equal(value, other)),
          with("lt", Comparison::less),
          with("lessthan", Comparison::less),
          with("<", Comparison::less),
          with("le", Comparison::lessOrEqual),
          with("<=", Comparison::lessOrEqual),
          with("gt", (value, other) -> Comparison.less(other, value)),
          with("greaterthan", (value, other) -> Comparison.less(other, value)),
          with(">", (value, other) -> Comparison.less(other, value)),
          with("ge", (value, other) -> Comparison.lessOrEqual(other, value)),
          with(">=", (value, other) -> Comparison.lessOrEqual(other, value)));

  private Tests() {}

  static Method<@Nullable Object> named(String name) {
    Method<@Nullable Object> test = ALL.get(name);
    if (test == null) {
      throw ExpressionException.syntax("There is no test '" + name + "'");
    }
    return test;
  }

  private static Map.Entry<String, Method<@Nullable Object>> test(
      String name, Predicate<@Nullable Object> test) {
    return Map.entry(
        name,
        (value, given) -> {
          given.bind(0);
          return test.test(value);
        });
  }

  private static Map.Entry<String, Method<@Nullable Object>> with(
      String name, BiPredicate<@Nullable Object, @Nullable Object> test) {
    return Map.entry(name, (value, given) -> test.test(value, given.bind(1, "other").get(0)));
  }

  private static boolean isSequence(@Nullable Object value) {
    return value instanceof String
        || value instanceof List
        || value instanceof Map
        || value instanceof Undefined;
  }

  private static boolean cased(@Nullable Object value, boolean upper) {
    String text = PythonText.str(value);
    return upper
        ? Casing.is(text, Character::isLowerCase, Character::isUpperCase)
        : Casing.is(text, Character::isUpperCase, Character::isLowerCase);
  }

  /** The whole part of a remainder; one with a fraction is none of 0 and 1. */
  private static BigInteger remainder(@Nullable Object value, @Nullable Object by) {
    Object remainder = Arithmetic.modulo(value, by);
    if (!Numbers.isFloat(remainder)) {
      return Numbers.isNumber(remainder) ? Numbers.toBig(remainder) : BigInteger.TEN;
    }
    double real = Numbers.toDouble(remainder);
    return real == Math.rint(real) ? BigInteger.valueOf((long) real) : BigInteger.TEN;
  }
}
