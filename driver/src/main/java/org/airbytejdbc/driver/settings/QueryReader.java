package org.airbytejdbc.driver.settings;

import java.util.OptionalInt;
import org.airbytejdbc.driver.settings.ConnectionUrl.Property;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.json.JsonMapper;

/** Reads the properties of a URL, one after the other. */
final class QueryReader {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final String query;
  private int position;

  /** {@code query} is what follows the URL's question mark. */
  QueryReader(String query) {
    this.query = query;
  }

  boolean hasNext() {
    return position < query.length();
  }

  Property next() {
    int end = indexOf('&');
    int equals = indexOf('=');
    String key = query.substring(position, Math.min(equals, end));
    if (equals >= end) {
      throw new SettingsException(
          Suggestion.shownIfKnown(key) + " has no value",
          "Write it as name=value, with & between two, and & in a value as %26");
    }
    position = equals + 1;
    boolean json = key.equals(ConnectionProperty.CONFIG.key()) && query.startsWith("{", position);
    return new Property(key, json ? object(key) : decoded(key));
  }

  /** A JSON object as it is, which may hold any character; else one that was percent-encoded. */
  private String object(String key) {
    OptionalInt length = lengthOfObject(query.substring(position));
    if (length.isEmpty()) {
      String text = decoded(key);
      if (lengthOfObject(text).orElse(-1) != text.length()) {
        throw new SettingsException(
            "Property 'config' begins as a JSON object but is none",
            "Check its quotes, commas and braces");
      }
      return text;
    }
    int end = position + length.getAsInt();
    if (end < query.length() && query.charAt(end) != '&') {
      throw new SettingsException(
          "Property 'config' goes on after its JSON object", "Put & before the next property");
    }
    return taken(end);
  }

  private String decoded(String key) {
    String text = taken(indexOf('&'));
    return PercentEncoding.decode(text)
        .orElseThrow(
            () ->
                new SettingsException(
                    Suggestion.shown(key) + " holds a % that encodes no character",
                    "Write % itself as %25"));
  }

  private String taken(int end) {
    String text = query.substring(position, end);
    position = Math.min(end + 1, query.length());
    return text;
  }

  /** Where that character is next, else the end. */
  private int indexOf(char wanted) {
    int index = query.indexOf(wanted, position);
    return index < 0 ? query.length() : index;
  }

  /** Characters of the JSON object that the text begins with; empty if it begins with none. */
  private static OptionalInt lengthOfObject(String text) {
    try (JsonParser parser = JSON.createParser(text)) {
      parser.nextToken();
      parser.skipChildren();
      return OptionalInt.of((int) parser.currentLocation().getCharOffset());
    } catch (JacksonException e) {
      return OptionalInt.empty();
    }
  }
}
