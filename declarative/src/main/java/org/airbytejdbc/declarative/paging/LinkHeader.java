package org.airbytejdbc.declarative.paging;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The headers as expressions see them, capitalised or small: {@code link} is an object by relation
 * (RFC 8288), {@code Link} the text that came.
 */
final class LinkHeader {
  private static final Pattern WORD_START = Pattern.compile("(?<![^-])[a-z]");
  private static final Pattern LINK = Pattern.compile("<([^>]*)>([^<]*)");
  private static final Pattern PARAMETER = Pattern.compile(";\\s*([\\w*]+)\\s*=\\s*\"?([^\";,]*)");

  private LinkHeader() {}

  static Map<String, @Nullable Object> in(Map<String, String> headers) {
    Map<String, @Nullable Object> seen = new LinkedHashMap<>();
    Map<String, @Nullable Object> links = new LinkedHashMap<>();
    headers.forEach(
        (name, value) -> {
          seen.put(name, value);
          seen.put(name.toLowerCase(Locale.ROOT), value);
          seen.put(capitalised(name), value);
          if (name.equalsIgnoreCase("link")) {
            links.putAll(links(value));
          }
        });
    seen.put("link", links);
    return seen;
  }

  /** As servers mostly write it: the JDK does not tell the case that came. */
  private static String capitalised(String name) {
    return WORD_START.matcher(name).replaceAll(letter -> letter.group().toUpperCase(Locale.ROOT));
  }

  private static Map<String, @Nullable Object> links(String value) {
    Map<String, @Nullable Object> links = new LinkedHashMap<>();
    Matcher link = LINK.matcher(value);
    while (link.find()) {
      Map<String, @Nullable Object> parts = new LinkedHashMap<>();
      parts.put("url", link.group(1));
      Matcher parameter = PARAMETER.matcher(link.group(2));
      while (parameter.find()) {
        parts.put(parameter.group(1), parameter.group(2));
      }
      Object relation = parts.get("rel");
      links.put(relation == null ? link.group(1) : relation.toString(), parts);
    }
    return links;
  }
}
