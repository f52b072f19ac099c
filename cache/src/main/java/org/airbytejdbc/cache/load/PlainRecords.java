package org.airbytejdbc.cache.load;

import static org.airbytejdbc.cache.load.PlainJson.NOT_PLAIN;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.airbytejdbc.cache.catalog.Column;
import org.airbytejdbc.cache.catalog.MetadataColumns;
import org.airbytejdbc.cache.parquet.ColumnValues;
import org.airbytejdbc.connector.protocol.RecordMessage;

/**
 * Takes records apart into columns, those whose values are all plain: such that what is stored is
 * what was written, without a second thought. What is not plain may still be held, by the strict
 * way.
 *
 * <p>Works on the bytes, in one pass, and allocates nothing for a record. Used by one thread.
 */
final class PlainRecords {
  private final PlainString string = new PlainString();
  private final PlainTree tree = new PlainTree(string);
  private final PlainEnvelope envelope = new PlainEnvelope(string, tree);
  private final FieldIndex fields;
  private final PlainColumn[] columns;
  private final List<ColumnValues> all = new ArrayList<>();
  private final boolean keepsUndeclared;
  private int before;
  private long bytes;

  PlainRecords(List<Column> columns) {
    List<Column> data =
        columns.stream().filter(column -> !MetadataColumns.isMetadata(column)).toList();
    this.columns =
        data.stream()
            .map(column -> new PlainColumn(column.type(), string, tree))
            .toArray(PlainColumn[]::new);
    Arrays.stream(this.columns).map(PlainColumn::values).forEach(all::add);
    all.add(envelope.emittedAt());
    all.add(envelope.meta());
    fields = new FieldIndex(data.stream().map(Column::field).toList());
    keepsUndeclared =
        columns.stream().anyMatch(c -> c.name().equals(MetadataColumns.UNDECLARED.name()));
  }

  /** The columns of those records that were added: the fields, the time, the meta. */
  List<ColumnValues> columns() {
    return all;
  }

  /** How many of them. */
  int rows() {
    return envelope.emittedAt().rows();
  }

  /** Bytes of all values. */
  long bytes() {
    return bytes;
  }

  /** The fields without a column that were seen so far, up to the limit. */
  Set<String> undeclared() {
    return IntStream.range(columns.length, fields.size())
        .mapToObj(fields::name)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Adds the record, if all of it is plain; else nothing of it. */
  boolean add(RecordMessage record) {
    byte[] line = record.line();
    before = rows();
    boolean plain =
        envelope.read(line, record.dataStart(), record.dataEnd())
            && data(line, record.dataStart(), record.dataEnd());
    if (plain) {
      endRow();
    } else {
      all.stream().filter(values -> values.rows() > before).forEach(ColumnValues::takeBack);
    }
    return plain;
  }

  private void endRow() {
    long sum = 0;
    for (ColumnValues values : all) {
      if (values.rows() == before) {
        values.nothing();
      }
      sum += values.size();
    }
    bytes = sum;
  }

  private boolean data(byte[] line, int start, int end) {
    int at = PlainJson.skipSpace(line, start + 1, end);
    if (at < end && line[at] == '}') {
      return true;
    }
    int field = FieldIndex.UNKNOWN;
    while (at < end && line[at] == '"') {
      int key = at + 1;
      int next = fields.expected(line, key, end, field);
      int keyEnd =
          next == FieldIndex.UNKNOWN ? string.past(line, at, end) - 1 : fields.keyEnd(key, next);
      if (keyEnd < 0) {
        return false;
      }
      field = next == FieldIndex.UNKNOWN ? field(line, key, keyEnd, field) : next;
      at = PlainJson.skipSpace(line, keyEnd + 1, end);
      if (at >= end || line[at] != ':') {
        return false;
      }
      at = PlainJson.skipSpace(line, at + 1, end);
      at = at < end ? value(line, at, end, field) : NOT_PLAIN;
      if (at == NOT_PLAIN) {
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

  /** The field of the key that was found last. */
  private int field(byte[] line, int from, int to, int previous) {
    if (string.isEscaped()) {
      byte[] key = unescaped(line, from, to);
      return known(key, 0, key.length, previous);
    }
    return known(line, from, to, previous);
  }

  private int known(byte[] bytes, int from, int to, int previous) {
    int field = fields.find(bytes, from, to, previous);
    boolean isNew =
        field == FieldIndex.UNKNOWN && fields.size() - columns.length < LoadResult.UNDECLARED_LIMIT;
    return isNew ? fields.add(bytes, from, to) : field;
  }

  private static byte[] unescaped(byte[] line, int from, int to) {
    byte[] key = new byte[to - from];
    return Arrays.copyOf(key, PlainString.unescape(line, from, to, key));
  }

  private int value(byte[] line, int at, int end, int field) {
    if (field < 0 || field >= columns.length) {
      return keepsUndeclared ? NOT_PLAIN : tree.past(line, at, end);
    }
    PlainColumn column = columns[field];
    // Of a repeated key the last value counts, which the strict way sees to.
    return column.values().rows() > before ? NOT_PLAIN : column.add(line, at, end);
  }
}
