package org.airbytejdbc.connector.config;

import java.util.regex.Pattern;

/** Reads the HTML that descriptions in specs are written in now and then. */
final class PlainText {
  private static final Pattern LINK =
      Pattern.compile(
          "(?is)<a\\s[^>]*?href\\s*=\\s*\\\\?[\"']([^\"'\\\\]*)[^>]*>\\s*(.*?)\\s*</a\\s*>");

  /** Only what HTML has: a name in angle brackets may be a gap to fill in. */
  private static final Pattern BREAK =
      Pattern.compile("(?i)</?(?:br|p|li|ul|ol|div)(?:\\s[^>]*)?/?>");

  private static final Pattern MARK =
      Pattern.compile("(?i)</?(?:a|b|i|u|em|strong|code|span)(?:\\s[^>]*)?/?>");

  private PlainText() {}

  /** In one line, with the address of a link behind its words. */
  static String of(String html) {
    String linked =
        LINK.matcher(html)
            .replaceAll(link -> link.group(2).equals(link.group(1)) ? "$2" : "$2 ($1)");
    return unmarked(linked);
  }

  /** In one line, without the addresses of links. */
  static String unmarked(String html) {
    String text = MARK.matcher(BREAK.matcher(html).replaceAll(" ")).replaceAll("");
    return text.replaceAll("\\s+", " ")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&")
        .strip();
  }
}
