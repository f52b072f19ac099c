package org.airbytejdbc.declarative.expression;

import java.util.List;

/** A compiled part of a template, which writes its text. */
@FunctionalInterface
interface Fragment {
  void write(Frame frame, StringBuilder text);

  static Fragment all(List<Fragment> parts) {
    Fragment[] fragments = parts.toArray(Fragment[]::new);
    return (frame, text) -> {
      for (Fragment fragment : fragments) {
        fragment.write(frame, text);
      }
    };
  }

  static Fragment print(Expression expression) {
    return (frame, text) -> {
      text.append(PythonText.str(expression.evaluate(frame)));
      Limits.text(text.length());
    };
  }
}
