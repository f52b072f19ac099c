package org.airbytejdbc.declarative.expression;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code loop} is within a loop. */
final class LoopState {
  private final List<@Nullable Object> items;
  private final int depth;
  private int index;
  private @Nullable Object changed = Items.MISSING;

  LoopState(List<@Nullable Object> items, int depth) {
    this.items = items;
    this.depth = depth;
  }

  int depth() {
    return depth;
  }

  void at(int newIndex) {
    index = newIndex;
  }

  @Nullable Object attribute(String name) {
    return switch (name) {
      case "index" -> index + 1L;
      case "index0" -> (long) index;
      case "revindex" -> (long) items.size() - index;
      case "revindex0" -> items.size() - index - 1L;
      case "first" -> index == 0;
      case "last" -> index == items.size() - 1;
      case "length" -> (long) items.size();
      case "depth" -> (long) depth;
      case "depth0" -> depth - 1L;
      case "previtem" ->
          index == 0 ? Undefined.of("there is no previous item") : items.get(index - 1);
      case "nextitem" ->
          index + 1 == items.size() ? Undefined.of("there is no next item") : items.get(index + 1);
      case "cycle" -> (Function) this::cycle;
      case "changed" -> (Function) this::changed;
      default -> Items.MISSING;
    };
  }

  private @Nullable Object cycle(Frame frame, Arguments arguments) {
    if (arguments.size() == 0) {
      throw ExpressionException.type("There is nothing to cycle through");
    }
    return arguments.get(index % arguments.size());
  }

  private @Nullable Object changed(Frame frame, Arguments arguments) {
    boolean differs =
        changed == Items.MISSING || !Comparison.equal(changed, arguments.positional());
    changed = arguments.positional();
    return differs;
  }
}
