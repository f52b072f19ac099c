package org.airbytejdbc.cache.load;

import static org.airbytejdbc.cache.load.PlainJson.NOT_PLAIN;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.airbytejdbc.cache.parquet.ColumnValues;
import org.airbytejdbc.cache.parquet.ParquetType;
import org.airbytejdbc.connector.schema.AirbyteType.Simple;

/**
 * Takes what a RECORD message tells beside the data. Remembers the bytes before the data, which are
 * mostly the same for all records of a stream. Used by one thread.
 */
final class PlainEnvelope {
  private static final byte[] RECORD = "record".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] DATA = "data".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] EMITTED_AT = "emitted_at".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] META = "meta".getBytes(StandardCharsets.US_ASCII);

  /** Milliseconds of so many digits are exact as microseconds. */
  private static final int MOST_DIGITS = 15;

  private static final int MICROS = 1000;

  private final PlainString string;
  private final PlainTree tree;
  private final ColumnValues emittedAt = new ColumnValues(ParquetType.INT64);
  private final PlainColumn meta;
  private byte[] known = new byte[0];
  private byte[] line = known;
  private int dataStart;
  private int dataEnd;
  private boolean dataSeen;
  private boolean knowable;
  private int before;

  PlainEnvelope(PlainString string, PlainTree tree) {
    this.string = string;
    this.tree = tree;
    meta = new PlainColumn(Simple.JSON, string, tree);
  }

  /** Microseconds since 1970. */
  ColumnValues emittedAt() {
    return emittedAt;
  }

  ColumnValues meta() {
    return meta.values();
  }

  /**
   * Adds what there is of time and meta, if all of the message but its data is plain; else they may
   * have one more row already.
   */
  boolean read(byte[] message, int dataFrom, int dataPast) {
    line = message;
    dataStart = dataFrom;
    dataEnd = dataPast;
    before = emittedAt.rows();
    dataSeen = Arrays.equals(line, 0, dataStart, known, 0, known.length);
    int past = dataSeen ? rest(rest(dataEnd, true), false) : object(skipSpace(0), false);
    if (past == NOT_PLAIN || !dataSeen || skipSpace(past) < line.length) {
      return false;
    }
    if (knowable) {
      known = Arrays.copyOf(line, dataStart);
      knowable = false;
    }
    return true;
  }

  /** Past an object that begins here. */
  private int object(int at, boolean record) {
    if (at >= line.length || line[at] != '{') {
      return NOT_PLAIN;
    }
    int first = skipSpace(at + 1);
    return first < line.length && line[first] == '}'
        ? first + 1
        : rest(member(first, record), record);
  }

  /** Past the members of an object that follow on one. */
  private int rest(int at, boolean record) {
    int i = at;
    while (i != NOT_PLAIN) {
      i = skipSpace(i);
      if (i < line.length && line[i] == '}') {
        return i + 1;
      }
      i = i < line.length && line[i] == ',' ? member(skipSpace(i + 1), record) : NOT_PLAIN;
    }
    return NOT_PLAIN;
  }

  private int member(int at, boolean record) {
    int past = at < line.length ? string.past(line, at, line.length) : NOT_PLAIN;
    if (past == NOT_PLAIN || string.isEscaped()) {
      return NOT_PLAIN;
    }
    int colon = skipSpace(past);
    int value = skipSpace(colon + 1);
    if (value >= line.length || line[colon] != ':') {
      return NOT_PLAIN;
    }
    if (!record) {
      return isKey(at, past, RECORD) ? object(value, true) : tree.past(line, value, line.length);
    } else if (isKey(at, past, DATA)) {
      return data(value);
    } else if (isKey(at, past, EMITTED_AT)) {
      return emittedAt(value);
    }
    return isKey(at, past, META) ? meta(value) : tree.past(line, value, line.length);
  }

  private int skipSpace(int at) {
    return PlainJson.skipSpace(line, at, line.length);
  }

  private boolean isKey(int from, int past, byte[] key) {
    return Arrays.equals(line, from + 1, past - 1, key, 0, key.length);
  }

  private int data(int at) {
    if (at != dataStart || dataSeen) {
      return NOT_PLAIN;
    }
    dataSeen = true;
    knowable = isFirst(emittedAt) && isFirst(meta());
    return dataEnd;
  }

  private int emittedAt(int at) {
    if (!isFirst(emittedAt)) {
      return NOT_PLAIN;
    }
    if (line[at] == 'n') {
      emittedAt.nothing();
      return PlainJson.literal(line, at, line.length, "null");
    }
    int past = PlainNumber.integer(line, at, line.length, MOST_DIGITS);
    if (past != NOT_PLAIN) {
      emittedAt.int64(PlainNumber.longValue(line, at) * MICROS);
    }
    return past;
  }

  private int meta(int at) {
    boolean known = line[at] == '{' || line[at] == 'n';
    return known && isFirst(meta()) ? meta.add(line, at, line.length) : NOT_PLAIN;
  }

  /** Whether the message has given no value yet: of a repeated key the last one counts. */
  private boolean isFirst(ColumnValues values) {
    return values.rows() == before;
  }
}
