package org.airbytejdbc.declarative.failure;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.airbytejdbc.declarative.expression.Scope;
import org.airbytejdbc.declarative.http.PythonText;
import org.airbytejdbc.declarative.manifest.Component;
import org.airbytejdbc.declarative.manifest.Expression;

/**
 * A number in a header, alone or as the part of it that a regular expression matches at its start.
 */
record HeaderNumber(Expression header, Optional<Expression> regex) {
  static HeaderNumber read(Component strategy) {
    return new HeaderNumber(strategy.requiredExpression("header"), strategy.expression("regex"));
  }

  Optional<Double> in(Reply reply, Scope scope) {
    return reply
        .response()
        .flatMap(response -> response.header(PythonText.of(header.value(scope))))
        .map(value -> part(value, scope))
        .flatMap(Seconds::of);
  }

  private String part(String value, Scope scope) {
    return regex
        .map(pattern -> Pattern.compile(PythonText.of(pattern.value(scope))).matcher(value))
        .filter(Matcher::lookingAt)
        .map(Matcher::group)
        .orElse(value);
  }
}
