package org.airbytejdbc.declarative.request;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.airbytejdbc.declarative.expression.LiteralType;
import org.airbytejdbc.declarative.expression.Scope;
import org.airbytejdbc.declarative.expression.TemplateMap;
import org.airbytejdbc.declarative.manifest.Component;
import org.airbytejdbc.declarative.manifest.Expression;
import org.jspecify.annotations.Nullable;

/** A part of a request as a manifest writes it: names and values, or one text. */
interface RequestInput {
  /** A new map, without what is None; or the text, where the whole is one. */
  Object render(Scope scope);

  /** Values are texts or lists; what looks like a number stays the text it is. */
  static RequestInput flat(Component requester, String field) {
    return flat(requester, field, Set.of(LiteralType.STR, LiteralType.LIST));
  }

  /** Values are of these types, if any are named, or texts. */
  static RequestInput flat(Component requester, String field, Set<LiteralType> types) {
    if (requester.value(field).orElse("") instanceof String) {
      return text(requester, field);
    }
    TemplateMap map = requester.templates(field);
    Map<String, @Nullable Object> parameters = requester.parameters();
    return scope ->
        without(
            map.render(parameters.isEmpty() ? scope : scope.with("parameters", parameters), types));
  }

  /** Objects and lists in each other. */
  static RequestInput nested(Component requester, String field) {
    if (requester.value(field).orElse("") instanceof String) {
      return text(requester, field);
    }
    Component.Nested nested = requester.nested(field);
    return scope -> object(nested.render(scope));
  }

  private static RequestInput text(Component requester, String field) {
    Expression text = requester.expression(field, "");
    return scope -> object(text.value(scope));
  }

  private static Object object(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> object = new LinkedHashMap<>();
      map.forEach((name, item) -> object.put(String.valueOf(name), item));
      return without(object);
    }
    return value instanceof String || value == null
        ? String.valueOf(value == null ? "" : value)
        : value;
  }

  private static Map<String, @Nullable Object> without(Map<String, @Nullable Object> object) {
    object.values().removeIf(value -> value == null);
    return object;
  }
}
