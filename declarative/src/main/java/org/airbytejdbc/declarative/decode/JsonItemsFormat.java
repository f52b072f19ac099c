package org.airbytejdbc.declarative.decode;

import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.airbytejdbc.declarative.json.JsonValues;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** The items of a list somewhere in a large JSON object, read one by one. */
final class JsonItemsFormat implements Format {
  private static final String WHAT = "JSON";

  private final List<String> path;

  /**
   * @param path the names on the way to the list, separated by dots
   */
  JsonItemsFormat(String path) {
    this.path = List.of(path.split("\\."));
  }

  @Override
  public Iterator<@Nullable Object> read(InputStream bytes) {
    JsonParser parser = JsonValues.parser(bytes);
    boolean there = isThere(parser);
    return new LazyValues(
        WHAT,
        found -> {
          try {
            if (!there || parser.nextToken() == JsonToken.END_ARRAY) {
              parser.close();
              return false;
            }
            found.add(Optional.ofNullable(JsonValues.value(parser)));
            return true;
          } catch (JacksonException e) {
            throw UnreadableBody.of(WHAT, e);
          }
        });
  }

  /** Goes to the list; false where there is none. */
  private boolean isThere(JsonParser parser) {
    try {
      parser.nextToken();
      return path.stream().allMatch(name -> enter(parser, name))
          && parser.currentToken() == JsonToken.START_ARRAY;
    } catch (JacksonException e) {
      throw UnreadableBody.of(WHAT, e);
    }
  }

  private static boolean enter(JsonParser parser, String wanted) {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      return false;
    }
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      parser.nextToken();
      if (name.equals(wanted)) {
        return true;
      }
      parser.skipChildren();
    }
    return false;
  }
}
