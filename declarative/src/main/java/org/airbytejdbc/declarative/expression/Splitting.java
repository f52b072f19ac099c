package org.airbytejdbc.declarative.expression;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How texts are taken apart. */
final class Splitting {
  private Splitting() {}

  static List<?> split(String text, Arguments given, boolean fromRight) {
    Arguments arguments = given.bind(0, "sep", "maxsplit");
    int most = arguments.integer(1, -1);
    if (arguments.get(0, null) == null) {
      return fromRight ? wordsFromRight(text, most) : words(text, most);
    }
    String separator = arguments.text(0);
    if (separator.isEmpty()) {
      throw ExpressionException.value("The separator is empty");
    }
    return fromRight ? byFromRight(text, separator, most) : by(text, separator, most);
  }

  /** Parts between a separator, at most so many splits; a negative number sets no bound. */
  static List<String> by(String text, String separator, int most) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    int at = text.indexOf(separator);
    while (at >= 0 && (most < 0 || parts.size() < most)) {
      parts.add(text.substring(from, at));
      from = at + separator.length();
      at = text.indexOf(separator, from);
    }
    parts.add(text.substring(from));
    return parts;
  }

  private static List<String> byFromRight(String text, String separator, int most) {
    List<String> parts = new ArrayList<>();
    int to = text.length();
    int at = text.lastIndexOf(separator);
    while (at >= 0 && (most < 0 || parts.size() < most)) {
      parts.add(text.substring(at + separator.length(), to));
      to = at;
      at = at < separator.length() ? -1 : text.lastIndexOf(separator, at - separator.length());
    }
    parts.add(text.substring(0, to));
    Collections.reverse(parts);
    return parts;
  }

  private static List<String> words(String text, int most) {
    List<String> words = new ArrayList<>();
    int at = skip(text, 0, true);
    while (at < text.length()) {
      if (most >= 0 && words.size() == most) {
        words.add(Trimming.strip(text.substring(at), null, false, true));
        break;
      }
      int end = skip(text, at, false);
      words.add(text.substring(at, end));
      at = skip(text, end, true);
    }
    return words;
  }

  private static int skip(String text, int from, boolean space) {
    int at = from;
    while (at < text.length() && Trimming.isSpace(text.charAt(at)) == space) {
      at++;
    }
    return at;
  }

  private static List<String> wordsFromRight(String text, int most) {
    List<String> words = new ArrayList<>();
    int end = back(text, text.length(), true);
    while (end > 0) {
      if (most >= 0 && words.size() == most) {
        words.add(Trimming.strip(text.substring(0, end), null, true, false));
        break;
      }
      int start = back(text, end, false);
      words.add(text.substring(start, end));
      end = back(text, start, true);
    }
    Collections.reverse(words);
    return words;
  }

  private static int back(String text, int from, boolean space) {
    int at = from;
    while (at > 0 && Trimming.isSpace(text.charAt(at - 1)) == space) {
      at--;
    }
    return at;
  }

  static List<?> lines(String text, Arguments given) {
    boolean keep = Truth.of(given.bind(0, "keepends").get(0, false));
    List<String> lines = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      if ("\n\r\u000b\f\u001c\u001d\u001e\u0085\u2028\u2029".indexOf(text.charAt(i)) >= 0) {
        int end = text.startsWith("\r\n", i) ? i + 2 : i + 1;
        lines.add(text.substring(from, keep ? end : i));
        from = end;
        i = end - 1;
      }
    }
    if (from < text.length()) {
      lines.add(text.substring(from));
    }
    return lines;
  }

  static Tuple partition(String text, String separator, boolean last) {
    if (separator.isEmpty()) {
      throw ExpressionException.value("The separator is empty");
    }
    int at = last ? text.lastIndexOf(separator) : text.indexOf(separator);
    if (at < 0) {
      return last ? Tuple.of("", "", text) : Tuple.of(text, "", "");
    }
    return Tuple.of(text.substring(0, at), separator, text.substring(at + separator.length()));
  }
}
