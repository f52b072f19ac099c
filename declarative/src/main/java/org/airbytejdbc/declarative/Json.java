package org.airbytejdbc.declarative;

import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
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

  /** For many values, one after the other, with a space between two of them. */
  static JsonGenerator generator(OutputStream out) {
    return MAPPER.createGenerator(out);
  }

  /** Writes a value: what is plain without looking its type up. */
  static void write(JsonGenerator json, @Nullable Object value) {
    if (value instanceof String text) {
      json.writeString(text);
    } else if (value instanceof Long number) {
      json.writeNumber(number);
    } else if (value instanceof Boolean truth) {
      json.writeBoolean(truth);
    } else if (value instanceof Double number) {
      json.writeNumber(number);
    } else if (value == null) {
      json.writeNull();
    } else if (value instanceof Map<?, ?> object) {
      json.writeStartObject();
      for (Map.Entry<?, ?> member : object.entrySet()) {
        json.writeName(String.valueOf(member.getKey()));
        write(json, member.getValue());
      }
      json.writeEndObject();
    } else if (value instanceof List<?> list) {
      json.writeStartArray();
      for (Object item : list) {
        write(json, item);
      }
      json.writeEndArray();
    } else {
      json.writePOJO(value);
    }
  }
}
