package org.airbytejdbc.declarative;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON as plain values: {@code Map}, {@code List}, {@code String}, {@code Long}, {@code
 * BigInteger}, {@code Double}, {@code Boolean} and null, as expressions know them.
 */
public final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_LONG_FOR_INTS).build();

  private Json() {}

  /** Throws Jackson's exception for what is no JSON. */
  public static @Nullable Object read(String json) {
    return MAPPER.readValue(json, Object.class);
  }

  public static @Nullable Object read(byte[] json) {
    return MAPPER.readValue(json, Object.class);
  }

  /** The members of a JSON object. */
  @SuppressWarnings("unchecked")
  public static Map<String, @Nullable Object> readObject(String json) {
    return MAPPER.readValue(json, Map.class);
  }

  public static String write(@Nullable Object value) {
    return MAPPER.writeValueAsString(value);
  }

  public static byte[] bytes(@Nullable Object value) {
    return MAPPER.writeValueAsBytes(value);
  }
}
