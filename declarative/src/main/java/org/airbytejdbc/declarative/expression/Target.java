package org.airbytejdbc.declarative.expression;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a value is assigned to. */
sealed interface Target {
  void assign(Frame frame, @Nullable Object value);

  /** The names that it sets. */
  List<String> names();

  record One(String name) implements Target {
    @Override
    public void assign(Frame frame, @Nullable Object value) {
      frame.set(name, value);
    }

    @Override
    public List<String> names() {
      return List.of(name);
    }
  }

  record Several(List<String> names) implements Target {
    @Override
    public void assign(Frame frame, @Nullable Object value) {
      List<@Nullable Object> values = Sequences.list(value);
      if (values.size() != names.size()) {
        throw ExpressionException.value("There are not as many values as names");
      }
      for (int i = 0; i < names.size(); i++) {
        frame.set(names.get(i), values.get(i));
      }
    }
  }

  record Attribute(String name, String attribute) implements Target {
    @Override
    public void assign(Frame frame, @Nullable Object value) {
      if (!(frame.get(name) instanceof Namespace namespace)) {
        throw ExpressionException.value("Only a namespace's attributes can be set");
      }
      namespace.set(attribute, value);
    }

    @Override
    public List<String> names() {
      return List.of();
    }
  }
}
