package org.airbytejdbc.cache.load;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.airbytejdbc.cache.catalog.Column;
import org.airbytejdbc.cache.catalog.MetadataColumns;
import org.airbytejdbc.connector.protocol.ByteSearch;
import org.airbytejdbc.connector.schema.AirbyteType;
import org.airbytejdbc.connector.schema.AirbyteType.Decimal;
import org.airbytejdbc.connector.schema.AirbyteType.Simple;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells records whose values are all plain: such that the engine's JSON reader, which rounds and
 * cuts values in silence, cannot change them on their way into their columns. What is not plain may
 * still be held, by the strict way.
 *
 * <p>Works on the bytes, in one pass, and allocates nothing for a record. Used by one thread.
 */
final class RecordCheck {
  private final List<AirbyteType> types = new ArrayList<>();
  private final FieldIndex fields;
  private final int declared;
  private final boolean keepsUndeclared;
  private int[] lastSeenIn;
  private int record;

  RecordCheck(List<Column> columns) {
    List<Column> data =
        columns.stream().filter(column -> !MetadataColumns.isMetadata(column)).toList();
    data.forEach(column -> types.add(column.type()));
    fields = new FieldIndex(data.stream().map(Column::field).toList());
    declared = data.size();
    keepsUndeclared =
        columns.stream().anyMatch(c -> c.name().equals(MetadataColumns.UNDECLARED.name()));
    lastSeenIn = new int[declared];
  }

  /** The fields without a column that were seen so far, up to the limit. */
  Set<String> undeclared() {
    return IntStream.range(declared, fields.size())
        .mapToObj(fields::name)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether all values of the data object between two positions of a line are plain. */
  boolean isPlain(byte[] line, int start, int end) {
    record++;
    int at = PlainJson.skipSpace(line, start + 1, end);
    if (at < end && line[at] == '}') {
      return true;
    }
    int field = FieldIndex.UNKNOWN;
    while (at < end && line[at] == '"') {
      int key = at + 1;
      int next = fields.expected(line, key, end, field);
      int keyEnd =
          next == FieldIndex.UNKNOWN
              ? PlainJson.string(line, at, end) - 1
              : fields.keyEnd(key, next);
      if (keyEnd < 0) {
        return false;
      }
      field = next == FieldIndex.UNKNOWN ? field(line, key, keyEnd, field) : next;
      at = PlainJson.skipSpace(line, keyEnd + 1, end);
      if (at >= end || line[at] != ':' || isRepeated(field)) {
        return false;
      }
      at = PlainJson.skipSpace(line, at + 1, end);
      at = at < end ? value(line, at, end, field) : PlainJson.NOT_PLAIN;
      if (at == PlainJson.NOT_PLAIN) {
        return false;
      }
      at = PlainJson.skipSpace(line, at, end);
      if (at < end && line[at] == '}') {
        return true;
      }
      if (at >= end || line[at] != ',') {
        return false;
      }
      at = PlainJson.skipSpace(line, at + 1, end);
    }
    return false;
  }

  private int field(byte[] line, int from, int to, int previous) {
    if (ByteSearch.first(line, from, to, '\\') < to) {
      byte[] key = unescaped(line, from, to);
      return known(key, 0, key.length, previous);
    }
    return known(line, from, to, previous);
  }

  private int known(byte[] bytes, int from, int to, int previous) {
    int field = fields.find(bytes, from, to, previous);
    if (field == FieldIndex.UNKNOWN && fields.size() - declared < LoadResult.UNDECLARED_LIMIT) {
      lastSeenIn = Arrays.copyOf(lastSeenIn, lastSeenIn.length + 1);
      return fields.add(bytes, from, to);
    }
    return field;
  }

  private static byte[] unescaped(byte[] line, int from, int to) {
    try {
      String quoted = new String(line, from - 1, to - from + 2, StandardCharsets.UTF_8);
      return JsonMapper.shared().readValue(quoted, String.class).getBytes(StandardCharsets.UTF_8);
    } catch (JacksonException e) {
      // The engine or the strict way will say what is wrong with it.
      return Arrays.copyOfRange(line, from, to);
    }
  }

  private boolean isRepeated(int field) {
    if (field == FieldIndex.UNKNOWN) {
      return false;
    }
    boolean repeated = lastSeenIn[field] == record;
    lastSeenIn[field] = record;
    return repeated;
  }

  private int value(byte[] line, int at, int end, int field) {
    if (field < 0 || field >= declared) {
      return keepsUndeclared ? PlainJson.NOT_PLAIN : PlainJson.any(line, at, end);
    }
    if (line[at] == 'n') {
      return PlainJson.literal(line, at, end, "null");
    }
    AirbyteType type = types.get(field);
    if (type instanceof Decimal decimal) {
      return PlainNumber.decimal(line, at, end, decimal.precision(), decimal.scale());
    }
    return switch ((Simple) type) {
      case BOOLEAN -> PlainJson.bool(line, at, end);
      case INTEGER -> PlainNumber.integer(line, at, end, 18);
      case BIG_INTEGER -> PlainNumber.integer(line, at, end, 38);
      case NUMBER -> PlainNumber.number(line, at, end);
      case STRING -> PlainJson.string(line, at, end);
      case DATE -> PlainTime.date(line, at, end);
      case TIME -> PlainTime.time(line, at, end, false);
      case TIME_WITH_TIMEZONE -> PlainTime.time(line, at, end, true);
      case TIMESTAMP -> PlainTime.timestamp(line, at, end, false);
      case TIMESTAMP_WITH_TIMEZONE -> PlainTime.timestamp(line, at, end, true);
      case BINARY -> PlainJson.base64(line, at, end);
      case JSON -> PlainJson.any(line, at, end);
    };
  }
}
