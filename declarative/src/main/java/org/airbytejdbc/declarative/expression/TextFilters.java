package org.airbytejdbc.declarative.expression;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Filters of texts; what is no text is written as one first. */
final class TextFilters {
  private static final Pattern WORD =
      Pattern.compile("([-\\s({\\[<]+)|[^-\\s({\\[<]+", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern COUNTED = Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS);

  private interface Change {
    @Nullable Object of(String text, Arguments given);
  }

  private TextFilters() {}

  static Map<String, Method<@Nullable Object>> all() {
    Map<String, Method<@Nullable Object>> all = new HashMap<>();
    add(all, "lower", (text, given) -> text.toLowerCase(Locale.ROOT));
    add(all, "upper", (text, given) -> text.toUpperCase(Locale.ROOT));
    add(all, "capitalize", (text, given) -> Casing.capitalize(text));
    add(all, "title", (text, given) -> title(text));
    add(all, "trim", TextFilters::trim);
    add(all, "center", TextFilters::center);
    add(all, "replace", TextFilters::replace);
    add(all, "wordcount", (text, given) -> COUNTED.matcher(text).results().count());
    all.put("truncate", TextFilters::truncate);
    all.put("indent", (value, given) -> indent(lines(value), given));
    add(all, "escape", (text, given) -> escape(text));
    add(all, "e", (text, given) -> escape(text));
    add(all, "forceescape", (text, given) -> escape(text));
    add(all, "safe", (text, given) -> text);
    add(
        all,
        "striptags",
        (text, given) ->
            text.replaceAll("(?s)<!--.*?-->|<.*?>", "").strip().replaceAll("\\s+", " "));
    add(all, "format", TextFilters::format);
    all.put("pprint", (value, given) -> PythonText.repr(value));
    return all;
  }

  private static void add(Map<String, Method<@Nullable Object>> all, String name, Change change) {
    all.put(name, (value, given) -> change.of(PythonText.str(value), given));
  }

  private static String title(String text) {
    var titled = new StringBuilder();
    Matcher words = WORD.matcher(text);
    while (words.find()) {
      String word = words.group();
      titled.append(word.substring(0, 1).toUpperCase(Locale.ROOT));
      titled.append(word.substring(1).toLowerCase(Locale.ROOT));
    }
    return titled.toString();
  }

  private static String trim(String text, Arguments given) {
    Arguments arguments = given.bind(0, "chars");
    String characters = arguments.get(0, null) == null ? null : arguments.text(0);
    return Trimming.strip(text, characters, true, true);
  }

  private static String center(String text, Arguments given) {
    int width = given.bind(0, "width").integer(0, 80);
    return Padding.center(text, new Arguments(java.util.List.of((long) width), Map.of()));
  }

  private static String replace(String text, Arguments given) {
    Arguments arguments = given.bind(2, "old", "new", "count");
    int count = arguments.get(2, null) == null ? -1 : arguments.integer(2);
    return StringMethods.replace(
        text, PythonText.str(arguments.get(0)), PythonText.str(arguments.get(1)), count);
  }

  /** Only a text has lines. */
  private static String lines(@Nullable Object value) {
    if (value instanceof String text) {
      return text;
    }
    if (value instanceof Undefined undefined) {
      throw undefined.failure();
    }
    throw value instanceof java.util.List && !(value instanceof Tuple)
        ? ExpressionException.value("A list has no lines")
        : ExpressionException.type("Only a string has lines");
  }

  private static @Nullable Object truncate(@Nullable Object value, Arguments given) {
    Arguments arguments = given.bind(0, "length", "killwords", "end", "leeway");
    int length = arguments.integer(0, 255);
    String end = arguments.has(2) ? arguments.text(2) : "...";
    int leeway = arguments.get(3, null) == null ? 5 : arguments.integer(3);
    if (length < Sequences.length(end) || leeway < 0) {
      throw ExpressionException.value("A truncated text must be longer than its end");
    }
    if (Sequences.length(value) <= length + leeway) {
      return value;
    }
    if (!(value instanceof String text)) {
      throw ExpressionException.type("Only a string can be truncated");
    }
    String cut = (String) Sequences.slice(text, null, (long) length - Sequences.length(end), 1);
    int space = cut.lastIndexOf(' ');
    boolean whole = Truth.of(arguments.get(1, false)) || space < 0;
    return (whole ? cut : cut.substring(0, space)) + end;
  }

  private static String indent(String text, Arguments given) {
    Arguments arguments = given.bind(0, "width", "first", "blank");
    String indent =
        arguments.has(0) && arguments.get(0) instanceof String given2
            ? given2
            : " ".repeat(Limits.size(Math.max(0, arguments.integer(0, 4))));
    boolean blank = Truth.of(arguments.get(2, false));
    String[] lines = (text + "\n").split("\n", -1);
    var indented = new StringBuilder(Truth.of(arguments.get(1, false)) ? indent : "");
    for (int i = 0; i < lines.length - 1; i++) {
      if (i > 0) {
        indented.append('\n').append(blank || !lines[i].isEmpty() ? indent : "");
      }
      indented.append(lines[i]);
      Limits.text(indented.length());
    }
    return indented.toString();
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace(">", "&gt;")
        .replace("<", "&lt;")
        .replace("'", "&#39;")
        .replace("\"", "&#34;");
  }

  private static String format(String text, Arguments given) {
    return PercentFormat.format(
        text, given.named().isEmpty() ? Tuple.copyOf(given.positional()) : given.named());
  }
}
