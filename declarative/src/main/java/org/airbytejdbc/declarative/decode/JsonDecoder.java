package org.airbytejdbc.declarative.decode;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.airbytejdbc.declarative.http.Response;
import org.jspecify.annotations.Nullable;

/**
 * One JSON value, a list item by item. As in the CDK, an empty list and what is no JSON are one
 * empty object: many APIs answer with nothing, or a word, where there is nothing.
 */
final class JsonDecoder implements Decoder {
  @Override
  public Iterator<@Nullable Object> decode(Response response) {
    Object value = response.json();
    if (value instanceof List<?> items) {
      return items.isEmpty()
          ? List.<@Nullable Object>of(Map.of()).iterator()
          : Collections.<@Nullable Object>unmodifiableList(items).iterator();
    }
    return List.<@Nullable Object>of(value == null ? Map.of() : value).iterator();
  }
}
