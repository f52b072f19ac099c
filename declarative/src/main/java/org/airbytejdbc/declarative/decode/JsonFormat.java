package org.airbytejdbc.declarative.decode;

import java.io.InputStream;
import java.util.Iterator;
import java.util.Optional;
import org.airbytejdbc.declarative.json.JsonValues;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** JSON inside a file, a list item by item. What is no JSON is an error. */
final class JsonFormat implements Format {
  private static final String WHAT = "JSON";

  @Override
  public Iterator<@Nullable Object> read(InputStream bytes) {
    JsonParser parser = JsonValues.parser(bytes);
    boolean isList = next(parser) == JsonToken.START_ARRAY;
    if (isList) {
      next(parser);
    }
    return new LazyValues(
        WHAT,
        found -> {
          if (parser.currentToken() == null || parser.currentToken() == JsonToken.END_ARRAY) {
            parser.close();
            return false;
          }
          found.add(Optional.ofNullable(value(parser)));
          next(parser);
          return true;
        });
  }

  private static @Nullable JsonToken next(JsonParser parser) {
    try {
      return parser.nextToken();
    } catch (JacksonException e) {
      throw UnreadableBody.of(WHAT, e);
    }
  }

  private static @Nullable Object value(JsonParser parser) {
    try {
      return JsonValues.value(parser);
    } catch (JacksonException e) {
      throw UnreadableBody.of(WHAT, e);
    }
  }
}
