package org.airbytejdbc.declarative.manifest;

import java.util.Map;
import java.util.Set;
import org.airbytejdbc.declarative.expression.LiteralType;
import org.airbytejdbc.declarative.expression.Scope;
import org.airbytejdbc.declarative.expression.Template;
import org.jspecify.annotations.Nullable;

/** A template of the manifest with the {@code $parameters} of the component that it stands in. */
public record Expression(Template template, Map<String, @Nullable Object> parameters) {
  /** The value, read as a literal where it is one. */
  public @Nullable Object value(Scope scope) {
    return template.render(inner(scope));
  }

  public @Nullable Object value(Scope scope, Set<LiteralType> types) {
    return template.render(inner(scope), types);
  }

  /** The value as text, whatever it looks like. */
  public String text(Scope scope) {
    return template.text(inner(scope));
  }

  public boolean test(Scope scope) {
    return template.test(inner(scope));
  }

  private Scope inner(Scope scope) {
    return parameters.isEmpty() ? scope : scope.with("parameters", parameters);
  }

  /** The template, as written. */
  @Override
  public String toString() {
    return template.toString();
  }
}
