package org.airbytejdbc.cache.load;

import static org.airbytejdbc.cache.load.PlainJson.NOT_PLAIN;

import org.airbytejdbc.cache.duckdb.DuckDbTypes;
import org.airbytejdbc.cache.parquet.ColumnValues;
import org.airbytejdbc.cache.parquet.ParquetType;
import org.airbytejdbc.connector.schema.AirbyteType;
import org.airbytejdbc.connector.schema.AirbyteType.Decimal;
import org.airbytejdbc.connector.schema.AirbyteType.Simple;

/** Takes the plain values of one field, and tells how the engine gets them back. One thread. */
final class PlainColumn {
  private static final int INTEGER_DIGITS = 18;
  private static final int BIG_INTEGER_DIGITS = 38;

  private final AirbyteType type;
  private final ColumnValues values;
  private final PlainString string;
  private final PlainTree tree;
  private byte[] scratch = new byte[256];

  PlainColumn(AirbyteType type, PlainString string, PlainTree tree) {
    this.type = type;
    this.string = string;
    this.tree = tree;
    values = new ColumnValues(parquetType(type));
  }

  ColumnValues values() {
    return values;
  }

  /** SQL for the value of a column of the file that {@link ParquetType} describes. */
  static String sql(AirbyteType type, String name) {
    if (type instanceof Decimal) {
      return name + "::" + DuckDbTypes.ddl(type);
    }
    return switch ((Simple) type) {
      case INTEGER, NUMBER, STRING, DATE, TIME, JSON -> name;
      case BOOLEAN, BIG_INTEGER, TIME_WITH_TIMEZONE -> name + "::" + DuckDbTypes.ddl(type);
      case TIMESTAMP -> "make_timestamp(" + name + ")";
      case TIMESTAMP_WITH_TIMEZONE -> "make_timestamptz(" + name + ")";
      case BINARY -> "from_base64(" + name + ")";
    };
  }

  private static ParquetType parquetType(AirbyteType type) {
    if (type instanceof Decimal) {
      return ParquetType.TEXT;
    }
    return switch ((Simple) type) {
      case BOOLEAN -> ParquetType.INT32;
      case INTEGER, TIMESTAMP, TIMESTAMP_WITH_TIMEZONE -> ParquetType.INT64;
      case NUMBER -> ParquetType.DOUBLE;
      case DATE -> ParquetType.DATE;
      case TIME -> ParquetType.TIME;
      case BIG_INTEGER, STRING, TIME_WITH_TIMEZONE, BINARY -> ParquetType.TEXT;
      case JSON -> ParquetType.JSON;
    };
  }

  /** Adds the value that begins here, if it is plain; returns its end as {@link PlainJson} does. */
  int add(byte[] b, int at, int end) {
    if (b[at] == 'n') {
      int past = PlainJson.literal(b, at, end, "null");
      if (past != NOT_PLAIN) {
        values.nothing();
      }
      return past;
    }
    int past = past(b, at, end);
    if (past != NOT_PLAIN) {
      put(b, at, past);
    }
    return past;
  }

  private int past(byte[] b, int at, int end) {
    if (type instanceof Decimal) {
      return pastNumber(b, at, end);
    }
    return switch ((Simple) type) {
      case BOOLEAN -> PlainJson.bool(b, at, end);
      case INTEGER, BIG_INTEGER, NUMBER -> pastNumber(b, at, end);
      case STRING -> b[at] == '"' ? string.past(b, at, end) : tree.past(b, at, end);
      case DATE -> PlainTime.date(b, at, end);
      case TIME -> PlainTime.time(b, at, end, false);
      case TIME_WITH_TIMEZONE -> PlainTime.time(b, at, end, true);
      case TIMESTAMP -> PlainTime.timestamp(b, at, end, false);
      case TIMESTAMP_WITH_TIMEZONE -> PlainTime.timestamp(b, at, end, true);
      case BINARY -> PlainJson.base64(b, at, end);
      case JSON -> tree.past(b, at, end);
    };
  }

  /** Past a number, or a string of one. */
  private int pastNumber(byte[] b, int at, int end) {
    int start = start(b, at);
    if (start == end) {
      return NOT_PLAIN;
    }
    int past;
    if (type instanceof Decimal decimal) {
      past = PlainNumber.decimal(b, start, end, decimal.precision(), decimal.scale());
    } else if (type == Simple.NUMBER) {
      past = PlainNumber.number(b, start, end);
    } else {
      int most = type == Simple.INTEGER ? INTEGER_DIGITS : BIG_INTEGER_DIGITS;
      past = PlainNumber.integer(b, start, end, most);
    }
    if (start == at || past == NOT_PLAIN) {
      return past;
    }
    return past < end && b[past] == '"' ? past + 1 : NOT_PLAIN;
  }

  /** Where a value begins that may be a string of it. */
  private static int start(byte[] b, int at) {
    return b[at] == '"' ? at + 1 : at;
  }

  private void put(byte[] b, int at, int past) {
    if (type instanceof Decimal) {
      putAsWritten(b, at, past);
      return;
    }
    int start = start(b, at);
    switch ((Simple) type) {
      case BOOLEAN -> values.int32(b[at] == 't' ? 1 : 0);
      case INTEGER -> values.int64(PlainNumber.longValue(b, start));
      case BIG_INTEGER -> values.text(b, start, PlainNumber.whole(b, start, past));
      case NUMBER -> values.float64(PlainNumber.doubleValue(b, start, past - (start - at)));
      case STRING -> {
        if (start > at) {
          putText(b, start, past - 1);
        } else {
          putJson(b, at, past);
        }
      }
      case DATE -> values.int32(PlainTime.days(b, at + 1));
      case TIME -> values.int64(PlainTime.timeOfDay(b, at + 1));
      case TIMESTAMP, TIMESTAMP_WITH_TIMEZONE -> values.int64(PlainTime.moment(b, at + 1));
      case TIME_WITH_TIMEZONE, BINARY -> putAsWritten(b, at, past);
      case JSON -> putJson(b, at, past);
    }
  }

  /** Adds the JSON that the tree has just found. */
  private void putJson(byte[] b, int at, int past) {
    if (tree.isAsKept()) {
      values.text(b, at, past);
    } else {
      values.text(scratch(past - at), 0, tree.write(b, at, past, scratch));
    }
  }

  private void putText(byte[] b, int from, int to) {
    if (string.isEscaped()) {
      values.text(scratch(to - from), 0, PlainString.unescape(b, from, to, scratch));
    } else {
      values.text(b, from, to);
    }
  }

  private void putAsWritten(byte[] b, int at, int past) {
    int start = start(b, at);
    values.text(b, start, past - (start - at));
  }

  private byte[] scratch(int length) {
    if (scratch.length < length) {
      scratch = new byte[length];
    }
    return scratch;
  }
}
