package org.airbytejdbc.declarative.expression;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Regular expressions of Python, which may look at a bounded number of characters. */
final class Regex {
  /** A text that counts how often it is looked at, as some patterns take exponential time. */
  private record Counted(String text, int[] looks) implements CharSequence {
    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      if (++looks[0] > Limits.REGEX_STEPS) {
        throw ExpressionException.refused("A regular expression takes too long");
      }
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.subSequence(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }

  private Regex() {}

  static Matcher matcher(String pattern, String text) {
    try {
      String java =
          pattern
              .replace("(?P<", "(?<")
              .replaceAll("\\(\\?P=(\\w+)\\)", "\\\\k<$1>")
              .replace("\\Z", "\\z");
      return Pattern.compile(java, Pattern.UNICODE_CHARACTER_CLASS)
          .matcher(new Counted(text, new int[1]));
    } catch (PatternSyntaxException malformed) {
      throw ExpressionException.value("No regular expression");
    }
  }

  /** What the first group matched, as the CDK's {@code regex_search}; else the empty text. */
  static java.util.Optional<String> firstGroup(String pattern, String text) {
    Matcher matcher = matcher(pattern, text);
    return matcher.find() && matcher.groupCount() > 0
        ? java.util.Optional.ofNullable(matcher.group(1))
        : java.util.Optional.of("");
  }

  /** As {@code re.sub}: in the replacement stand {@code \1} and {@code \g<name>} for groups. */
  static String replace(String pattern, String text, String replacement) {
    Matcher matcher = matcher(pattern, text);
    var replaced = new StringBuilder();
    int from = 0;
    while (matcher.find()) {
      replaced.append(text, from, matcher.start());
      expand(replacement, matcher, replaced);
      from = matcher.end();
      Limits.text(replaced.length());
    }
    return replaced.append(text.substring(from)).toString();
  }

  private static final Pattern REFERENCE =
      Pattern.compile("\\\\(?:(\\d{1,2})|g<(\\w+)>|(.))", Pattern.DOTALL);

  private static void expand(String replacement, Matcher matcher, StringBuilder to) {
    Matcher reference = REFERENCE.matcher(replacement);
    int from = 0;
    while (reference.find()) {
      to.append(replacement, from, reference.start());
      from = reference.end();
      String number = reference.group(1);
      String name = reference.group(2);
      String group =
          number != null
              ? group(matcher, number)
              : name != null ? group(matcher, name) : Escapes.decode(reference.group());
      to.append(group == null ? "" : group);
    }
    to.append(replacement.substring(from));
  }

  private static String group(Matcher matcher, String group) {
    try {
      String found =
          group.matches("\\d+") ? matcher.group(Integer.parseInt(group)) : matcher.group(group);
      return found == null ? "" : found;
    } catch (IndexOutOfBoundsException | IllegalArgumentException missing) {
      throw ExpressionException.value("A replacement names a missing group");
    }
  }
}
