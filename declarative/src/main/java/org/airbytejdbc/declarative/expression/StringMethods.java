package org.airbytejdbc.declarative.expression;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The methods of Python's str. */
final class StringMethods {
  static final Map<String, Method<String>> ALL = all();

  private StringMethods() {}

  private static Map<String, Method<String>> all() {
    Map<String, Method<String>> all = new HashMap<>();
    all.put("lower", (text, given) -> text.toLowerCase(Locale.ROOT));
    all.put("casefold", (text, given) -> text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT));
    all.put("upper", (text, given) -> text.toUpperCase(Locale.ROOT));
    all.put("title", (text, given) -> Casing.title(text));
    all.put("capitalize", (text, given) -> Casing.capitalize(text));
    all.put("swapcase", (text, given) -> Casing.swap(text));
    all.put("strip", (text, given) -> Trimming.strip(text, characters(given), true, true));
    all.put("lstrip", (text, given) -> Trimming.strip(text, characters(given), true, false));
    all.put("rstrip", (text, given) -> Trimming.strip(text, characters(given), false, true));
    all.put("removeprefix", (text, given) -> removePrefix(text, given.bind(1, "").text(0)));
    all.put("removesuffix", (text, given) -> removeSuffix(text, given.bind(1, "").text(0)));
    all.put("split", (text, given) -> Splitting.split(text, given, false));
    all.put("rsplit", (text, given) -> Splitting.split(text, given, true));
    all.put("splitlines", Splitting::lines);
    all.put(
        "partition", (text, given) -> Splitting.partition(text, given.bind(1, "").text(0), false));
    all.put(
        "rpartition", (text, given) -> Splitting.partition(text, given.bind(1, "").text(0), true));
    all.put("join", (text, given) -> join(text, given.bind(1, "").get(0)));
    all.put("replace", StringMethods::replace);
    all.put("startswith", (text, given) -> affix(text, given, String::startsWith));
    all.put("endswith", (text, given) -> affix(text, given, String::endsWith));
    all.put("find", (text, given) -> find(text, given, false));
    all.put("rfind", (text, given) -> find(text, given, true));
    all.put("index", (text, given) -> found(find(text, given, false)));
    all.put("rindex", (text, given) -> found(find(text, given, true)));
    all.put("count", StringMethods::count);
    all.put("zfill", (text, given) -> Padding.zeros(text, given.bind(1, "").integer(0)));
    all.put("center", (text, given) -> Padding.center(text, given.bind(1, "", "")));
    all.put("ljust", (text, given) -> Padding.left(text, given.bind(1, "", "")));
    all.put("rjust", (text, given) -> Padding.right(text, given.bind(1, "", "")));
    all.put("format", BraceFormat::format);
    all.put("isdigit", (text, given) -> all(text, Character::isDigit));
    all.put("isdecimal", (text, given) -> all(text, Character::isDigit));
    all.put("isnumeric", (text, given) -> all(text, Character::isDigit));
    all.put("isalpha", (text, given) -> all(text, Character::isLetter));
    all.put("isalnum", (text, given) -> all(text, Character::isLetterOrDigit));
    all.put("isspace", (text, given) -> all(text, Trimming::isSpace));
    all.put("isascii", (text, given) -> text.chars().allMatch(c -> c < 128));
    all.put(
        "islower",
        (text, given) -> Casing.is(text, Character::isUpperCase, Character::isLowerCase));
    all.put(
        "isupper",
        (text, given) -> Casing.is(text, Character::isLowerCase, Character::isUpperCase));
    return Map.copyOf(all);
  }

  private static boolean all(String text, Predicate<Integer> test) {
    return !text.isEmpty() && text.codePoints().allMatch(test::test);
  }

  /** The characters to strip, or null for white space. */
  private static @Nullable String characters(Arguments given) {
    Arguments arguments = given.bind(0, "");
    return arguments.get(0, null) == null ? null : arguments.text(0);
  }

  private static String removePrefix(String text, String prefix) {
    return text.startsWith(prefix) ? text.substring(prefix.length()) : text;
  }

  private static String removeSuffix(String text, String suffix) {
    return text.endsWith(suffix) ? text.substring(0, text.length() - suffix.length()) : text;
  }

  static String join(String separator, @Nullable Object items) {
    var joined = new StringBuilder();
    Iterator<?> each = Sequences.iterate(items);
    while (each.hasNext()) {
      if (!(each.next() instanceof String item)) {
        throw ExpressionException.type("Only strings can be joined");
      }
      joined.append(item).append(each.hasNext() ? separator : "");
      Limits.text(joined.length());
    }
    return joined.toString();
  }

  private static String replace(String text, Arguments given) {
    Arguments arguments = given.bind(2, "", "", "");
    return replace(text, arguments.text(0), arguments.text(1), arguments.integer(2, -1));
  }

  /** Replaces so many occurrences, all of them for a negative number. */
  static String replace(String text, String old, String replacement, int count) {
    List<String> parts =
        old.isEmpty() ? new ArrayList<>(characters(text)) : Splitting.by(text, old, count);
    if (!old.isEmpty()) {
      long length = text.length() + (parts.size() - 1L) * replacement.length();
      Limits.text(length);
      return String.join(replacement, parts);
    }
    Limits.text(text.length() + (text.length() + 1L) * replacement.length());
    var replaced = new StringBuilder();
    int left = count < 0 ? Integer.MAX_VALUE : count;
    for (String part : parts) {
      replaced.append(left-- > 0 ? replacement : "").append(part);
    }
    return replaced.append(left > 0 ? replacement : "").toString();
  }

  private static List<String> characters(String text) {
    return text.codePoints().mapToObj(Character::toString).toList();
  }

  private static boolean affix(String text, Arguments given, BiPredicate<String, String> test) {
    Arguments arguments = given.bind(1, "", "", "");
    String part = part(text, arguments);
    Object affix = arguments.get(0);
    if (affix instanceof Tuple choices) {
      return choices.stream().anyMatch(choice -> test.test(part, string(choice)));
    }
    return test.test(part, string(affix));
  }

  private static String string(@Nullable Object value) {
    if (value instanceof String text) {
      return text;
    }
    throw ExpressionException.type("An argument must be a string");
  }

  private static String part(String text, Arguments arguments) {
    return (String) Sequences.slice(text, arguments.get(1, null), arguments.get(2, null), 1);
  }

  private static long find(String text, Arguments given, boolean last) {
    Arguments arguments = given.bind(1, "", "", "");
    String part = part(text, arguments);
    String wanted = arguments.text(0);
    int found = last ? part.lastIndexOf(wanted) : part.indexOf(wanted);
    int start = arguments.integer(1, 0);
    int offset = start < 0 ? Math.max(0, start + Sequences.length(text)) : start;
    return found < 0 ? -1 : offset + (long) part.codePointCount(0, found);
  }

  private static long found(long index) {
    if (index < 0) {
      throw ExpressionException.value("There is no such part of the string");
    }
    return index;
  }

  private static long count(String text, Arguments given) {
    Arguments arguments = given.bind(1, "", "", "");
    String part = part(text, arguments);
    String wanted = arguments.text(0);
    return wanted.isEmpty()
        ? Sequences.length(part) + 1L
        : Splitting.by(part, wanted, -1).size() - 1L;
  }
}
