package org.airbytejdbc.declarative.decode;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.airbytejdbc.declarative.http.Response;
import org.airbytejdbc.declarative.json.JsonPage;
import org.airbytejdbc.declarative.json.JsonValues;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * One JSON value, a list item by item. As in the CDK, an empty list and what is no JSON are one
 * empty object: many APIs answer with nothing, or a word, where there is nothing. The values are
 * new each time, as records are changed in place.
 */
final class JsonDecoder implements Decoder {
  @Override
  public Iterator<@Nullable Object> decode(Response response) {
    Object value = read(response.body());
    if (value instanceof List<?> items && !items.isEmpty()) {
      return Collections.<@Nullable Object>unmodifiableList(items).iterator();
    }
    boolean nothing = value == null || value instanceof List<?>;
    return List.<@Nullable Object>of(nothing ? Map.of() : value).iterator();
  }

  private static @Nullable Object read(byte[] body) {
    Optional<Object> page = JsonPage.read(body);
    if (page.isPresent()) {
      return page.get();
    }
    try {
      return JsonValues.read(body);
    } catch (JacksonException e) {
      return null;
    }
  }
}
