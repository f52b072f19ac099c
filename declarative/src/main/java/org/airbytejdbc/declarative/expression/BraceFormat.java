package org.airbytejdbc.declarative.expression;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Python's {@code str.format}. Its fields reach no further than expressions do. */
final class BraceFormat {
  private static final Pattern STEP = Pattern.compile("\\.([^.\\[]+)|\\[([^]]+)]");
  private static final Pattern FIRST = Pattern.compile("[^.\\[]*");

  private final Arguments arguments;
  private int automatic;

  private BraceFormat(Arguments arguments) {
    this.arguments = arguments;
  }

  static String format(String format, Arguments arguments) {
    return new BraceFormat(arguments).expand(format, 2);
  }

  private String expand(String format, int depth) {
    if (depth == 0) {
      throw ExpressionException.value("Formats lie too deep in each other");
    }
    var text = new StringBuilder();
    for (int at = 0; at < format.length(); at++) {
      char c = format.charAt(at);
      boolean twice = at + 1 < format.length() && format.charAt(at + 1) == c;
      if (c != '{' && c != '}') {
        text.append(c);
      } else if (twice && depth == 2) {
        text.append(c);
        at++;
      } else if (c == '}') {
        throw ExpressionException.value("A single '}' in a format");
      } else {
        int end = end(format, at);
        text.append(field(format.substring(at + 1, end), depth));
        at = end;
      }
      Limits.text(text.length());
    }
    return text.toString();
  }

  private static int end(String format, int start) {
    int open = 0;
    for (int at = start; at < format.length(); at++) {
      open += format.charAt(at) == '{' ? 1 : format.charAt(at) == '}' ? -1 : 0;
      if (open == 0) {
        return at;
      }
    }
    throw ExpressionException.value("A single '{' in a format");
  }

  private String field(String field, int depth) {
    int colon = field.indexOf(':');
    String name = colon < 0 ? field : field.substring(0, colon);
    int mark = name.indexOf('!');
    Object value = value(mark < 0 ? name : name.substring(0, mark));
    if (mark >= 0) {
      value =
          switch (name.substring(mark + 1)) {
            case "s" -> PythonText.str(value);
            case "r", "a" -> PythonText.repr(value);
            default -> throw ExpressionException.value("An unknown conversion");
          };
    }
    return FormatSpec.format(value, colon < 0 ? "" : expand(field.substring(colon + 1), depth - 1));
  }

  private @Nullable Object value(String path) {
    Matcher first = FIRST.matcher(path);
    first.lookingAt();
    Object value = first(first.group());
    Matcher step = STEP.matcher(path).region(first.end(), path.length());
    while (step.lookingAt()) {
      String name = step.group(1);
      String key = step.group(2);
      value =
          name != null
              ? Attributes.get(value, name)
              : Items.get(value, key.matches("\\d{1,9}") ? (Object) Long.valueOf(key) : key);
      step.region(step.end(), path.length());
    }
    return value;
  }

  private @Nullable Object first(String name) {
    if (name.isEmpty() || name.matches("\\d{1,9}")) {
      int index = name.isEmpty() ? automatic++ : Integer.parseInt(name);
      if (index < arguments.size()) {
        return arguments.get(index);
      }
    } else if (arguments.named().containsKey(name)) {
      return arguments.named().get(name);
    }
    throw ExpressionException.value("A format names a missing argument");
  }
}
