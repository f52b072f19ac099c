package org.airbytejdbc.cache.load;

import static org.airbytejdbc.cache.load.Held.Reason.DESTINATION_SERIALIZATION_ERROR;
import static org.airbytejdbc.cache.load.Held.Reason.DESTINATION_TYPECAST_ERROR;

import java.util.Base64;
import org.airbytejdbc.connector.schema.AirbyteType;
import org.airbytejdbc.connector.schema.AirbyteType.Decimal;
import org.airbytejdbc.connector.schema.AirbyteType.Simple;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * What a column can hold of a JSON value, whatever the value's type: what can be converted without
 * loss is, the rest is told.
 */
final class StrictValue {
  private StrictValue() {}

  /** Reads the value that the parser is at; leaves it at the value's last token. */
  static Held read(JsonParser parser, AirbyteType type) {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.VALUE_NULL) {
      return Held.NULL;
    }
    if (type == Simple.JSON) {
      return StrictJson.copy(parser);
    }
    if (token.isStructStart()) {
      Held json = StrictJson.copy(parser);
      return type == Simple.STRING
          ? json
          : Held.nothing(DESTINATION_TYPECAST_ERROR, json.text().orElse(""));
    }
    return scalar(parser.getString(), token, type);
  }

  private static Held scalar(String text, JsonToken token, AirbyteType type) {
    if (!Surrogates.arePaired(text)) {
      String escaped = Surrogates.escaped(text);
      return type == Simple.STRING
          ? Held.part(Surrogates.replaced(text), DESTINATION_SERIALIZATION_ERROR, escaped)
          : Held.nothing(DESTINATION_TYPECAST_ERROR, escaped);
    }
    boolean number = token.isNumeric();
    boolean string = token == JsonToken.VALUE_STRING;
    if (type instanceof Decimal decimal) {
      return number || string ? StrictNumber.decimal(text, decimal) : mistyped(text);
    }
    return switch ((Simple) type) {
      case STRING, JSON -> Held.whole(text);
      case BOOLEAN -> bool(text);
      case INTEGER -> number || string ? StrictNumber.integer(text, false) : mistyped(text);
      case BIG_INTEGER -> number || string ? StrictNumber.integer(text, true) : mistyped(text);
      case NUMBER -> number || string ? StrictNumber.number(text) : mistyped(text);
      case DATE, TIME, TIME_WITH_TIMEZONE, TIMESTAMP, TIMESTAMP_WITH_TIMEZONE ->
          string ? StrictTime.read(text, (Simple) type) : mistyped(text);
      case BINARY -> string ? binary(text) : mistyped(text);
    };
  }

  private static Held mistyped(String text) {
    return Held.nothing(DESTINATION_TYPECAST_ERROR, text);
  }

  private static Held bool(String text) {
    if (text.equalsIgnoreCase("true") || text.equals("1")) {
      return Held.whole("true");
    }
    return text.equalsIgnoreCase("false") || text.equals("0")
        ? Held.whole("false")
        : mistyped(text);
  }

  /** Base64 of any kind: for URLs, without padding, broken into lines. */
  private static Held binary(String text) {
    String standard = text.replace('-', '+').replace('_', '/').replaceAll("[\\r\\n]", "");
    try {
      return Held.whole(Base64.getEncoder().encodeToString(Base64.getDecoder().decode(standard)));
    } catch (IllegalArgumentException e) {
      return mistyped(text);
    }
  }
}
