package org.airbytejdbc.declarative.retrieve;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a parent begins that is read on from its child's state. */
final class ParentState {
  private ParentState() {}

  /**
   * The parent's own state in the child's. A child that was read before its parent's state was kept
   * lends its own, as the CDK has it: its newest time, or the only one there is.
   *
   * @param field the parent's cursor, if it has one
   */
  @SuppressWarnings("unchecked")
  static Map<String, @Nullable Object> of(
      String parent, Optional<String> field, Map<String, @Nullable Object> child) {
    if (child.get("parent_state") instanceof Map<?, ?> parents
        && parents.get(parent) instanceof Map<?, ?> own) {
      return (Map<String, @Nullable Object>) own;
    }
    if (child.get("state") instanceof Map<?, ?> newest) {
      return (Map<String, @Nullable Object>) newest;
    }
    Object only = child.size() == 1 ? child.values().iterator().next() : null;
    boolean isTime = only instanceof String || only instanceof Number;
    return isTime && field.isPresent() ? Map.of(field.get(), only) : Map.of();
  }
}
