package org.airbytejdbc.declarative.expression;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A compiled template. */
record Program(String source) {
  private static final Pattern PATH =
      Pattern.compile("\\{\\{\\s*(\\w+)((?:\\.\\w+|\\[\\s*'[^']*'\\s*])*)\\s*}}");
  private static final Pattern STEP = Pattern.compile("\\.(\\w+)|\\[\\s*'([^']*)'\\s*]");

  static Program of(String source) {
    return new Program(source);
  }

  boolean isConstant() {
    return !source.contains("{{") && !source.contains("{%");
  }

  @Nullable Object render(Scope scope, Set<LiteralType> types) {
    if (isConstant()) {
      return source;
    }
    var path = PATH.matcher(source);
    if (!path.matches()) {
      throw ExpressionException.syntax("Not understood: " + source);
    }
    if (!scope.has(path.group(1))) {
      throw ExpressionException.value("There is no variable " + path.group(1));
    }
    Object value = scope.get(path.group(1));
    var step = STEP.matcher(path.group(2));
    while (step.find()) {
      String name = step.group(1) == null ? step.group(2) : step.group(1);
      if (!(value instanceof Map<?, ?> map)) {
        throw ExpressionException.undefined("There is no " + name);
      }
      value = map.containsKey(name) ? map.get(name) : "";
    }
    return value;
  }

  String text(Scope scope) {
    return String.valueOf(render(scope, LiteralType.TEXT));
  }

  static boolean isEmptyText(@Nullable Object value) {
    return "".equals(value);
  }

  static boolean isFalse(@Nullable Object value) {
    return value == null
        || List.of("False", "false", "", "0", "{}", "[]", "()").contains(value)
        || Boolean.FALSE.equals(value);
  }
}
