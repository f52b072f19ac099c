package org.airbytejdbc.cache.load;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.airbytejdbc.cache.catalog.Column;
import org.airbytejdbc.cache.catalog.MetadataColumns;
import org.airbytejdbc.connector.schema.AirbyteType.Decimal;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectWriteContext;

/**
 * Rewrites RECORD messages, one after the other: a text or null for each column under the column's
 * number, so that neither the names of fields nor a repeated key matter (its last value counts).
 */
final class StrictRecord {
  static final String EMITTED_AT = "emitted";
  static final String META = "meta";
  static final String UNDECLARED = "more";

  private static final Decimal MILLIS = new Decimal(18, 3);

  private final List<Column> columns;
  private final Map<String, Integer> byField = new HashMap<>();
  private final boolean keepsUndeclared;
  private final Set<Column> widened;
  private final Set<String> undeclared = new TreeSet<>();
  private final Set<String> nulled = new TreeSet<>();
  private long changed;

  private final Map<Integer, String> values = new LinkedHashMap<>();
  private final Map<String, Held.Loss> losses = new LinkedHashMap<>();
  private final Map<String, String> more = new LinkedHashMap<>();
  private Optional<String> emittedAt = Optional.empty();
  private String meta = "{}";

  StrictRecord(List<Column> columns, Set<Column> widened) {
    this.columns = columns;
    this.widened = widened;
    for (int i = 0; i < columns.size(); i++) {
      if (!MetadataColumns.isMetadata(columns.get(i))) {
        byField.put(columns.get(i).field(), i);
      }
    }
    keepsUndeclared =
        columns.stream().anyMatch(c -> c.name().equals(MetadataColumns.UNDECLARED.name()));
  }

  /** The name of a column's value in the rewritten line. */
  static String key(int column) {
    return "c" + column;
  }

  /** Records so far with a value that could not be held as it was. */
  long changed() {
    return changed;
  }

  /** Names of columns with a value of which nothing could be held. */
  Set<String> nulled() {
    return nulled;
  }

  Set<String> undeclared() {
    return undeclared;
  }

  /** Rewrites the message that begins with the parser's current token. */
  byte[] rewrite(JsonParser parser) {
    values.clear();
    losses.clear();
    more.clear();
    emittedAt = Optional.empty();
    meta = "{}";
    readMessage(parser);
    noteLosses();
    return line();
  }

  private void noteLosses() {
    changed += losses.isEmpty() ? 0 : 1;
    losses.forEach(
        (field, loss) -> {
          Integer column = byField.get(field);
          if (column != null && values.get(column) == null) {
            nulled.add(columns.get(column).name());
          }
        });
  }

  private void readMessage(JsonParser parser) {
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      boolean record = parser.currentName().equals("record");
      if (record && parser.nextToken() == JsonToken.START_OBJECT) {
        readRecord(parser);
      } else if (!record) {
        parser.nextToken();
        parser.skipChildren();
      }
    }
  }

  private void readRecord(JsonParser parser) {
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String key = parser.currentName();
      JsonToken token = parser.nextToken();
      if (key.equals("data") && token == JsonToken.START_OBJECT) {
        readData(parser);
      } else if (key.equals("emitted_at")) {
        emittedAt = micros(token.isScalarValue() ? parser.getString() : "");
        parser.skipChildren();
      } else if (key.equals("meta") && token == JsonToken.START_OBJECT) {
        meta = StrictJson.copy(parser).text().orElse("{}");
      } else {
        parser.skipChildren();
      }
    }
  }

  private void readData(JsonParser parser) {
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String field = parser.currentName();
      parser.nextToken();
      Integer column = byField.get(field);
      if (column != null) {
        Held held = StrictValue.read(parser, columns.get(column).type());
        values.put(column, held.text().orElse(null));
        remember(field, held);
        if (held.wide()) {
          widened.add(columns.get(column));
        }
      } else {
        readUndeclared(parser, field);
      }
    }
  }

  private void readUndeclared(JsonParser parser, String field) {
    if (undeclared.size() < LoadResult.UNDECLARED_LIMIT) {
      undeclared.add(field);
    }
    if (keepsUndeclared) {
      Held held = StrictJson.copy(parser);
      more.put(field, held.text().orElse("null"));
      remember(field, held);
    } else {
      parser.skipChildren();
    }
  }

  private void remember(String field, Held held) {
    held.loss().ifPresentOrElse(loss -> losses.put(field, loss), () -> losses.remove(field));
  }

  /** The time that the protocol gives in milliseconds; none if it is no such time. */
  private static Optional<String> micros(String millis) {
    Held held = StrictNumber.decimal(millis, MILLIS);
    return held.text()
        .map(text -> new BigDecimal(text).movePointRight(3).toBigInteger().toString());
  }

  private byte[] line() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (JsonGenerator out = StrictJson.FORMAT.createGenerator(ObjectWriteContext.empty(), bytes)) {
      out.writeStartObject();
      values.forEach((column, text) -> out.writeStringProperty(key(column), text));
      emittedAt.ifPresent(at -> out.writeStringProperty(EMITTED_AT, at));
      out.writeStringProperty(META, losses.isEmpty() ? meta : RecordMeta.withLosses(meta, losses));
      if (!more.isEmpty()) {
        out.writeStringProperty(UNDECLARED, RecordMeta.object(more));
      }
      out.writeEndObject();
    }
    return bytes.toByteArray();
  }
}
