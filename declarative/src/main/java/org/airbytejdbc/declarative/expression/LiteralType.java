package org.airbytejdbc.declarative.expression;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The types that a caller may allow a rendered text to be read as; else it stays text. */
public enum LiteralType {
  STR,
  INT,
  FLOAT,
  BOOL,
  LIST,
  DICT;

  /** Only text: what {@code str} as the one valid type means. */
  public static final Set<LiteralType> TEXT = Set.of(STR);

  /** Whether the value is of this type; a bool is an int too, as in Python. */
  boolean holds(@Nullable Object value) {
    return switch (this) {
      case STR -> value instanceof String;
      case INT -> Numbers.isWhole(value);
      case FLOAT -> Numbers.isFloat(value);
      case BOOL -> value instanceof Boolean;
      case LIST -> value instanceof List && !(value instanceof Tuple);
      case DICT -> value instanceof Map;
    };
  }
}
