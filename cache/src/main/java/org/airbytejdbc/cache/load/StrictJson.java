package org.airbytejdbc.cache.load;

import static org.airbytejdbc.cache.load.Held.Reason.DESTINATION_SERIALIZATION_ERROR;

import java.io.InputStream;
import java.io.StringWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamWriteConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.core.json.JsonWriteFeature;

/** JSON values as compact text that keeps the digits of numbers and the order of keys. */
final class StrictJson {
  /**
   * Without limits, as lines are bounded already; takes NaN and the infinities, which JSON has not
   * but connectors write.
   */
  static final JsonFactory FORMAT =
      JsonFactory.builder()
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .disable(JsonWriteFeature.ESCAPE_FORWARD_SLASHES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(Integer.MAX_VALUE)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .build())
          .streamWriteConstraints(
              StreamWriteConstraints.builder().maxNestingDepth(Integer.MAX_VALUE).build())
          .build();

  private StrictJson() {}

  static JsonParser parser(InputStream in) {
    return FORMAT.createParser(ObjectReadContext.empty(), in);
  }

  /** The value that the parser is at; leaves it at the value's last token. */
  static Held copy(JsonParser parser) {
    StringWriter text = new StringWriter();
    StringBuilder lost = new StringBuilder();
    try (JsonGenerator out = FORMAT.createGenerator(ObjectWriteContext.empty(), text)) {
      int depth = 0;
      do {
        JsonToken token = parser.currentToken();
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        copyToken(parser, token, out, lost);
      } while (depth > 0 && parser.nextToken() != null);
    }
    return lost.isEmpty()
        ? Held.whole(text.toString())
        : Held.part(text.toString(), DESTINATION_SERIALIZATION_ERROR, lost.toString());
  }

  private static void copyToken(
      JsonParser parser, JsonToken token, JsonGenerator out, StringBuilder lost) {
    switch (token) {
      case START_OBJECT -> out.writeStartObject();
      case END_OBJECT -> out.writeEndObject();
      case START_ARRAY -> out.writeStartArray();
      case END_ARRAY -> out.writeEndArray();
      case PROPERTY_NAME -> out.writeName(text(parser.currentName(), lost));
      case VALUE_STRING -> out.writeString(text(parser.getString(), lost));
      case VALUE_NUMBER_INT -> out.writeNumber(parser.getString());
      case VALUE_NUMBER_FLOAT -> {
        if (parser.isNaN()) {
          lost.append(lost.isEmpty() ? "" : ", ").append(parser.getString());
          out.writeNull();
        } else {
          out.writeNumber(parser.getString());
        }
      }
      case VALUE_TRUE -> out.writeBoolean(true);
      case VALUE_FALSE -> out.writeBoolean(false);
      default -> out.writeNull();
    }
  }

  private static String text(String text, StringBuilder lost) {
    if (Surrogates.arePaired(text)) {
      return text;
    }
    lost.append(lost.isEmpty() ? "" : ", ").append(Surrogates.escaped(text));
    return Surrogates.replaced(text);
  }
}
