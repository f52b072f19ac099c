package org.airbytejdbc.driver.metadata;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.airbytejdbc.cache.duckdb.SqlName;
import org.jspecify.annotations.Nullable;

/**
 * What metadata calls ask of names, as conditions of SQL; letter case aside, as in SQL. Null asks
 * for nothing; an empty name is none that anything has.
 */
final class NameCondition {
  private static final String WILDCARDS = "%_";
  private static final char ESCAPE = '\\';

  private NameCondition() {}

  /** That a name is like a pattern of JDBC: {@code %}, {@code _}, and a backslash before them. */
  static String like(String column, @Nullable String pattern) {
    if (pattern == null || pattern.equals("%")) {
      return "true";
    }
    StringBuilder name = new StringBuilder();
    StringBuilder like = new StringBuilder();
    boolean wild = false;
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      boolean wildcard = WILDCARDS.indexOf(c) >= 0;
      if (c == ESCAPE && i + 1 < pattern.length() && isSpecial(pattern.charAt(i + 1))) {
        c = pattern.charAt(++i);
        wildcard = false;
      }
      wild |= wildcard;
      name.append(c);
      // A backslash that escapes nothing stands for itself, which the engine has to be told.
      like.append(!wildcard && isSpecial(c) ? "\\" : "").append(c);
    }
    return wild ? column + " ILIKE " + text(like.toString()) + " ESCAPE '\\'" : is(column, name);
  }

  private static boolean isSpecial(char c) {
    return c == ESCAPE || WILDCARDS.indexOf(c) >= 0;
  }

  /** That a name is that one; some clients say {@code %} for all. */
  static String is(String column, @Nullable CharSequence name) {
    return name == null || name.toString().equals("%")
        ? "true"
        : "lower(" + column + ") = lower(" + text(name.toString()) + ")";
  }

  /** That a text is among those. */
  static String among(String column, @Nullable String... texts) {
    return Stream.concat(
            Stream.of("false"),
            Arrays.stream(texts).filter(Objects::nonNull).map(text -> column + " = " + text(text)))
        .collect(Collectors.joining(" OR ", "(", ")"));
  }

  /** That things which belong to none are asked for, as catalogs: there are none. */
  static String none(@Nullable String name) {
    return name == null || name.isEmpty() || name.equals("%") ? "true" : "false";
  }

  /** No name has a NUL, and the engine's parser stops at one. */
  private static String text(String text) {
    return SqlName.literal(text.replace('\0', '\uFFFD'));
  }
}
