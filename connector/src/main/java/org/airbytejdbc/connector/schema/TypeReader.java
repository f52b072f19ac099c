package org.airbytejdbc.connector.schema;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.airbytejdbc.connector.schema.AirbyteType.Decimal;
import org.airbytejdbc.connector.schema.AirbyteType.Simple;
import tools.jackson.databind.JsonNode;

/** Reads the type of one field; what has several types, or none that is known, is JSON. */
final class TypeReader {
  private static final int MOST_PARTS = 1_000;
  private static final int PRECISION = 38;

  /** What {@code big_number} is given where the schema says no more. */
  private static final AirbyteType BIG_NUMBER = new Decimal(PRECISION, 9);

  private final References references;

  TypeReader(References references) {
    this.references = references;
  }

  AirbyteType read(JsonNode schema) {
    Set<AirbyteType> types = new LinkedHashSet<>();
    collect(schema, types, References.nodes());
    if (types.equals(Set.of(Simple.INTEGER, Simple.NUMBER))) {
      return Simple.NUMBER;
    }
    return types.size() == 1 ? types.iterator().next() : Simple.JSON;
  }

  /** Adds the types that a value may have, null left out; JSON where that is not known. */
  private void collect(JsonNode schema, Set<AirbyteType> types, Set<JsonNode> seen) {
    JsonNode target = references.follow(schema);
    if (!target.isObject() || seen.size() == MOST_PARTS) {
      types.add(Simple.JSON);
      return;
    }
    if (!seen.add(target)) {
      return;
    }
    Optional<AirbyteType> airbyteType = airbyteType(target);
    List<String> words = words(target.path("type"));
    List<JsonNode> alternatives = alternatives(target).toList();
    if (airbyteType.isPresent()) {
      types.add(airbyteType.get());
    } else if (!words.isEmpty()) {
      words.stream()
          .filter(word -> !word.equals("null"))
          .map(word -> type(word, target))
          .forEach(types::add);
    } else if (!alternatives.isEmpty()) {
      alternatives.forEach(part -> collect(part, types, seen));
    } else {
      types.add(Simple.JSON);
    }
  }

  private static Stream<JsonNode> alternatives(JsonNode schema) {
    return Stream.of("oneOf", "anyOf", "allOf").flatMap(name -> schema.path(name).valueStream());
  }

  private static List<String> words(JsonNode type) {
    return type.isString()
        ? List.of(type.stringValue())
        : type.valueStream().flatMap(word -> word.stringValueOpt().stream()).toList();
  }

  /** The type by Airbyte's own word, which counts more than type and format. */
  private static Optional<AirbyteType> airbyteType(JsonNode schema) {
    return switch (schema.path("airbyte_type").stringValue("")) {
      case "integer" -> Optional.of(Simple.INTEGER);
      case "big_integer" -> Optional.of(Simple.BIG_INTEGER);
      case "big_number" -> Optional.of(BIG_NUMBER);
      case "time_without_timezone" -> Optional.of(Simple.TIME);
      case "time_with_timezone" -> Optional.of(Simple.TIME_WITH_TIMEZONE);
      case "timestamp_without_timezone" -> Optional.of(Simple.TIMESTAMP);
      case "timestamp_with_timezone" -> Optional.of(Simple.TIMESTAMP_WITH_TIMEZONE);
      case "binary_data" -> Optional.of(Simple.BINARY);
      default -> Optional.empty();
    };
  }

  private static AirbyteType type(String word, JsonNode schema) {
    return switch (word) {
      case "boolean" -> Simple.BOOLEAN;
      case "integer" -> Simple.INTEGER;
      case "number" -> number(schema.path("multipleOf"));
      case "string" -> string(schema);
      default -> Simple.JSON;
    };
  }

  /** A number that comes in steps such as 0.01 keeps so many digits after its point. */
  private static AirbyteType number(JsonNode multipleOf) {
    if (!multipleOf.isNumber()) {
      return Simple.NUMBER;
    }
    BigDecimal step = multipleOf.decimalValue().stripTrailingZeros();
    boolean fraction = step.signum() > 0 && step.scale() > 0 && step.scale() < PRECISION;
    return fraction ? new Decimal(PRECISION, step.scale()) : Simple.NUMBER;
  }

  private static AirbyteType string(JsonNode schema) {
    if (schema.path("contentEncoding").stringValue("").equals("base64")) {
      return Simple.BINARY;
    }
    return switch (schema.path("format").stringValue("")) {
      case "date" -> Simple.DATE;
      case "time" -> Simple.TIME_WITH_TIMEZONE;
      case "date-time" -> Simple.TIMESTAMP_WITH_TIMEZONE;
      default -> Simple.STRING;
    };
  }
}
