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
    String rest = Trimming.strip(text, null, true, false);
    while (!rest.isEmpty()) {
      int end = 0;
      while (end < rest.length() && !Trimming.isSpace(rest.charAt(end))) {
        end++;
      }
      if (most >= 0 && words.size() == most) {
        words.add(Trimming.strip(rest, null, false, true));
        break;
      }
      words.add(rest.substring(0, end));
      rest = Trimming.strip(rest.substring(end), null, true, false);
    }
    return words;
  }

  private static List<String> wordsFromRight(String text, int most) {
    List<String> words = new ArrayList<>();
    String rest = Trimming.strip(text, null, false, true);
    while (!rest.isEmpty()) {
      int start = rest.length();
      while (start > 0 && !Trimming.isSpace(rest.charAt(start - 1))) {
        start--;
      }
      if (most >= 0 && words.size() == most) {
        words.add(Trimming.strip(rest, null, true, false));
        break;
      }
      words.add(rest.substring(start));
      rest = Trimming.strip(rest.substring(0, start), null, false, true);
    }
    Collections.reverse(words);
    return words;
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
