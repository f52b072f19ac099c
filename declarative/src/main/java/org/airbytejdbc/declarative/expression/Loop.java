package org.airbytejdbc.declarative.expression;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A {@code {% for %}}: bounded, as all loops of a rendering share their steps. */
record Loop(
    Target target, Expression items, Optional<Expression> filter, Fragment body, Fragment otherwise)
    implements Fragment {
  @Override
  public void write(Frame frame, StringBuilder text) {
    List<@Nullable Object> all = Sequences.list(items.evaluate(frame));
    filter.ifPresent(condition -> all.removeIf(item -> !passes(frame, condition, item)));
    if (all.isEmpty()) {
      otherwise.write(frame, text);
      return;
    }
    int depth = frame.get("loop") instanceof LoopState outer ? outer.depth() + 1 : 1;
    var state = new LoopState(all, depth);
    for (int i = 0; i < all.size(); i++) {
      frame.step();
      state.at(i);
      Frame inner = frame.inner();
      inner.set("loop", state);
      target.assign(inner, all.get(i));
      body.write(inner, text);
      Limits.text(text.length());
    }
  }

  private boolean passes(Frame frame, Expression condition, @Nullable Object item) {
    frame.step();
    Frame inner = frame.inner();
    target.assign(inner, item);
    return Truth.of(condition.evaluate(inner));
  }
}
