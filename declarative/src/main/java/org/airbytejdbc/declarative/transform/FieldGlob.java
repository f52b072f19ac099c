package org.airbytejdbc.declarative.transform;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A path with wildcards, as the library dpath has it: {@code *} and {@code ?} in a step, and {@code
 * **} for any number of steps. Immutable.
 */
public record FieldGlob(List<String> steps) {
  private static final String ANY = "**";

  public FieldGlob {
    steps = List.copyOf(steps);
  }

  /**
   * @param path a list of steps, or a text with slashes between them
   */
  static FieldGlob of(@Nullable Object path) {
    if (path instanceof List<?> steps) {
      return new FieldGlob(steps.stream().map(String::valueOf).toList());
    }
    return new FieldGlob(List.of(String.valueOf(path).split("/")));
  }

  /** Removes what matches and what the predicate wants; an item of a list becomes null. */
  public void remove(Map<String, @Nullable Object> record, Predicate<@Nullable Object> wanted) {
    remove(record, steps, wanted);
  }

  private static void remove(
      @Nullable Object at, List<String> steps, Predicate<@Nullable Object> wanted) {
    String step = steps.get(0);
    List<String> rest = steps.subList(1, steps.size());
    if (step.equals(ANY)) {
      if (!rest.isEmpty()) {
        remove(at, rest, wanted);
      }
      each(at, value -> remove(value, steps, wanted));
      if (rest.isEmpty()) {
        removeHere(at, Pattern.compile(".*", Pattern.DOTALL), wanted);
      }
      return;
    }
    Pattern pattern = pattern(step);
    if (rest.isEmpty()) {
      removeHere(at, pattern, wanted);
    } else if (at instanceof Map<?, ?> object) {
      object.forEach(
          (name, value) -> {
            if (matches(pattern, name)) {
              remove(value, rest, wanted);
            }
          });
    } else if (at instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        if (matches(pattern, i)) {
          remove(list.get(i), rest, wanted);
        }
      }
    }
  }

  private static void each(@Nullable Object at, Consumer<@Nullable Object> action) {
    if (at instanceof Map<?, ?> object) {
      object.values().forEach(action);
    } else if (at instanceof List<?> list) {
      list.forEach(action);
    }
  }

  @SuppressWarnings("unchecked")
  private static void removeHere(
      @Nullable Object at, Pattern pattern, Predicate<@Nullable Object> wanted) {
    if (at instanceof Map<?, ?> object) {
      object
          .entrySet()
          .removeIf(member -> matches(pattern, member.getKey()) && wanted.test(member.getValue()));
    } else if (at instanceof List<?>) {
      var list = (List<@Nullable Object>) at;
      for (int i = list.size() - 1; i >= 0; i--) {
        if (matches(pattern, i) && wanted.test(list.get(i))) {
          if (i == list.size() - 1) {
            list.remove(i);
          } else {
            list.set(i, null);
          }
        }
      }
    }
  }

  private static boolean matches(Pattern pattern, @Nullable Object name) {
    return pattern.matcher(String.valueOf(name)).matches();
  }

  private static Pattern pattern(String glob) {
    return Pattern.compile(
        glob.chars().mapToObj(FieldGlob::sign).collect(Collectors.joining()), Pattern.DOTALL);
  }

  private static String sign(int sign) {
    return switch (sign) {
      case '*' -> ".*";
      case '?' -> ".";
      default -> Pattern.quote(Character.toString(sign));
    };
  }
}
