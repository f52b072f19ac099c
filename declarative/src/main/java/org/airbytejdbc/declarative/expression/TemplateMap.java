package org.airbytejdbc.declarative.expression;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A mapping whose keys and values are templates, one level deep: the CDK's InterpolatedMapping. A
 * value that renders to nothing is None and stays. Immutable, for any thread.
 */
public final class TemplateMap {
  private record Member(Template key, @Nullable Object value) {}

  private final List<Member> members = new ArrayList<>();

  private TemplateMap() {}

  /**
   * Strings among the values are templates, all other values stand for themselves.
   *
   * @param place where the mapping stands in its manifest
   */
  public static TemplateMap of(Map<String, ? extends @Nullable Object> mapping, String place) {
    var map = new TemplateMap();
    mapping.forEach(
        (key, value) ->
            map.members.add(
                new Member(
                    Template.orNone(key).at(place),
                    value instanceof String text
                        ? Template.orNone(text).at(place + "." + key)
                        : value)));
    return map;
  }

  public boolean isEmpty() {
    return members.isEmpty();
  }

  /** A new, mutable map; keys are text, values are read as literals of any type. */
  public Map<String, @Nullable Object> render(Scope scope) {
    return render(scope, Set.of());
  }

  /**
   * As {@link #render(Scope)}, where only literals of these types, if any, are taken for more than
   * text.
   */
  public Map<String, @Nullable Object> render(Scope scope, Set<LiteralType> valueTypes) {
    Map<String, @Nullable Object> rendered = new LinkedHashMap<>();
    for (Member member : members) {
      Object value =
          member.value instanceof Template template
              ? template.render(scope, valueTypes)
              : member.value;
      rendered.put(String.valueOf(member.key.render(scope, LiteralType.TEXT)), value);
    }
    return rendered;
  }
}
