package org.airbytejdbc.declarative.extract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.airbytejdbc.declarative.expression.Scope;
import org.airbytejdbc.declarative.json.Json;
import org.airbytejdbc.declarative.manifest.Component;
import org.airbytejdbc.declarative.manifest.Expression;
import org.airbytejdbc.declarative.transform.FieldGlob;
import org.airbytejdbc.declarative.transform.FieldPath;
import org.jspecify.annotations.Nullable;

/**
 * Makes the items of a list within a record records of their own, which may know of the record that
 * they were in.
 *
 * @param merges whether an item has its record's fields too
 * @param keepsEmpty whether a record without items stays as it is
 */
record RecordExpander(
    List<Expression> path,
    boolean remembers,
    boolean merges,
    boolean keepsEmpty,
    List<Copied> copied) {
  /** A field of the record that its items have too, and where. */
  record Copied(List<Expression> from, List<Expression> to) {
    static Copied read(Component field) {
      return new Copied(expressions(field, "parent_path"), expressions(field, "record_path"));
    }
  }

  static RecordExpander read(Component expander) {
    if (expander.has("truncated_list_retriever")) {
      throw expander.problem("truncated_list_retriever is not supported");
    }
    return new RecordExpander(
        expressions(expander, "expand_records_from_field"),
        expander.flag("remain_original_record", false),
        expander.flag("merge_parent", false),
        expander.text("on_no_records").orElse("skip").equals("emit_parent"),
        expander.components("parent_fields").stream().map(Copied::read).toList());
  }

  private static List<Expression> expressions(Component owner, String field) {
    return owner.items(field).stream().map(owner::template).toList();
  }

  List<@Nullable Object> expand(@Nullable Object record, Scope scope) {
    List<String> steps = steps(path, scope);
    List<@Nullable Object> items = new ArrayList<>();
    for (Object found : Fields.all(record, steps)) {
      if (found instanceof List<?> list) {
        items.addAll(list);
      }
    }
    if (items.isEmpty() && keepsEmpty) {
      items.add(record);
      return items;
    }
    if (record instanceof Map<?, ?> parent) {
      items.replaceAll(item -> child(item, parent, steps, scope));
    }
    return items;
  }

  private @Nullable Object child(
      @Nullable Object item, Map<?, ?> parent, List<String> steps, Scope scope) {
    if (!remembers && !merges && copied.isEmpty()) {
      return item;
    }
    Map<String, @Nullable Object> child = new LinkedHashMap<>();
    if (merges) {
      child.putAll(copy(parent));
      new FieldGlob(steps).remove(child, list -> true);
    }
    if (item instanceof Map<?, ?> own) {
      own.forEach((name, value) -> child.put(String.valueOf(name), value));
    } else {
      child.put("value", item);
    }
    for (Copied field : copied) {
      Object value = Fields.at(copy(parent), steps(field.from, scope)).orElse(null);
      FieldPath.set(child, steps(field.to, scope), value);
    }
    if (remembers) {
      child.put("original_record", copy(parent));
    }
    return child;
  }

  /** Of its own, as transformations change records in place. */
  private static Map<String, @Nullable Object> copy(Map<?, ?> parent) {
    return Json.readObject(Json.write(parent));
  }

  private static List<String> steps(List<Expression> path, Scope scope) {
    return path.stream().map(step -> step.text(scope)).toList();
  }
}
