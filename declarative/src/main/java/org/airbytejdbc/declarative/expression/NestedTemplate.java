package org.airbytejdbc.declarative.expression;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Objects, lists and texts in each other, all texts templates: the CDK's InterpolatedNestedMapping.
 * A member of an object whose value renders to None is left out; an item of a list stays.
 * Immutable, for any thread.
 */
public final class NestedTemplate {
  private record Member(@Nullable Object key, @Nullable Object value) {}

  private record Members(List<Member> all) {}

  private record Items(List<@Nullable Object> all) {}

  private final @Nullable Object root;

  private NestedTemplate(@Nullable Object root) {
    this.root = root;
  }

  /**
   * @param place where the value stands in its manifest
   */
  public static NestedTemplate of(@Nullable Object value, String place) {
    return new NestedTemplate(compile(value, place));
  }

  private static @Nullable Object compile(@Nullable Object value, String place) {
    if (value instanceof String text) {
      return Template.orNone(text).at(place);
    }
    if (value instanceof Map<?, ?> map) {
      List<Member> members = new ArrayList<>();
      map.forEach(
          (key, item) ->
              members.add(new Member(compile(key, place), compile(item, place + "." + key))));
      return new Members(members);
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> items = new ArrayList<>();
      list.forEach(item -> items.add(compile(item, place + "[" + items.size() + "]")));
      return new Items(items);
    }
    return value;
  }

  /** New maps and lists. A key may render to a number or None, as any text may. */
  public @Nullable Object render(Scope scope) {
    return render(root, scope);
  }

  private static @Nullable Object render(@Nullable Object part, Scope scope) {
    if (part instanceof Template template) {
      return template.render(scope);
    }
    if (part instanceof Members members) {
      Map<@Nullable Object, @Nullable Object> rendered = new LinkedHashMap<>();
      for (Member member : members.all) {
        rendered.put(render(member.key, scope), render(member.value, scope));
      }
      rendered.values().removeIf(value -> value == null);
      return rendered;
    }
    if (part instanceof Items items) {
      List<@Nullable Object> rendered = new ArrayList<>();
      items.all.forEach(item -> rendered.add(render(item, scope)));
      return rendered;
    }
    return part;
  }
}
