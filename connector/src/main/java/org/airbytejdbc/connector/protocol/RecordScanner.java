package org.airbytejdbc.connector.protocol;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/**
 * Finds stream and data of a plain RECORD line by its bytes alone, in any order of keys and with
 * any white space.
 *
 * <p>What lies inside of the data is skipped by its brackets and quotes and is not checked further.
 * Anything unusual (another type, escaped or repeated keys, broken JSON) is left to the parser.
 */
final class RecordScanner {
  private static final byte[] TYPE = "type".getBytes(US_ASCII);
  private static final byte[] RECORD = "record".getBytes(US_ASCII);
  private static final byte[] RECORD_TYPE = "RECORD".getBytes(US_ASCII);
  private static final byte[] STREAM = "stream".getBytes(US_ASCII);
  private static final byte[] NAMESPACE = "namespace".getBytes(US_ASCII);
  private static final byte[] DATA = "data".getBytes(US_ASCII);
  private static final byte[] NULL = "null".getBytes(US_ASCII);

  private final StreamNames names = new StreamNames();

  private byte[] line = new byte[0];
  private int at;
  private int end;
  private boolean unusual;
  private int keyFrom;
  private int keyTo;
  private int typeFrom;
  private int nameFrom;
  private int nameTo;
  private int namespaceFrom;
  private int namespaceTo;
  private int dataFrom;
  private int dataTo;

  // What comes before the data of a record that was seen, and where its parts are in it.
  private byte[] head = new byte[0];
  private int headName;
  private int headNameTo;
  private int headNamespace;
  private int headNamespaceTo;

  /** The record in this range of the bytes, or empty if it takes a parser to tell. */
  Optional<Message> scan(byte[] bytes, int from, int to) {
    line = bytes;
    at = from;
    end = to;
    unusual = false;
    typeFrom = nameFrom = namespaceFrom = dataFrom = -1;
    namespaceTo = 0;
    boolean resumed = resume();
    if (!resumed) {
      message();
    }
    if (unusual || typeFrom < 0 || nameFrom < 0 || dataFrom < 0) {
      return Optional.empty();
    }
    int namespaceStart = Math.max(namespaceFrom, 0);
    try {
      StreamName stream = names.find(line, namespaceStart, namespaceTo, nameFrom, nameTo);
      if (!resumed) {
        remember(from);
      }
      byte[] copy = Arrays.copyOfRange(line, from, to);
      return Optional.of(new RecordMessage(stream, copy, dataFrom - from, dataTo - from));
    } catch (JacksonException notAString) {
      return Optional.empty();
    }
  }

  /** Goes on with the data of a line that begins like the one that is remembered. */
  private boolean resume() {
    int from = at;
    int past = from + head.length;
    if (head.length == 0 || past >= end || !Arrays.equals(line, from, past, head, 0, head.length)) {
      return false;
    }
    typeFrom = from;
    nameFrom = from + headName;
    nameTo = from + headNameTo;
    if (headNamespace >= 0) {
      namespaceFrom = from + headNamespace;
      namespaceTo = from + headNamespaceTo;
    }
    at = past;
    skipSpace();
    data();
    while (key(false)) {
      recordMember();
    }
    while (key(false)) {
      messageMember();
    }
    end();
    return true;
  }

  /** Remembers what comes before the data, if it tells enough; records of a stream share it. */
  private void remember(int from) {
    if (typeFrom < dataFrom && nameFrom < dataFrom && namespaceFrom < dataFrom) {
      head = Arrays.copyOfRange(line, from, dataFrom);
      headName = nameFrom - from;
      headNameTo = nameTo - from;
      headNamespace = namespaceFrom < 0 ? -1 : namespaceFrom - from;
      headNamespaceTo = namespaceTo - from;
    }
  }

  private void message() {
    expect('{');
    for (boolean first = true; key(first); first = false) {
      messageMember();
    }
    end();
  }

  private void messageMember() {
    if (keyIs(TYPE)) {
      once(typeFrom);
      typeFrom = at + 1;
      string();
      if (!unusual && !Arrays.equals(line, typeFrom, at - 1, RECORD_TYPE, 0, RECORD_TYPE.length)) {
        unusual = true;
      }
    } else if (keyIs(RECORD)) {
      once(dataFrom);
      record();
    } else {
      value();
    }
  }

  private void record() {
    expect('{');
    for (boolean first = true; key(first); first = false) {
      recordMember();
    }
  }

  private void recordMember() {
    if (keyIs(STREAM)) {
      once(nameFrom);
      nameFrom = at + 1;
      string();
      nameTo = at - 1;
    } else if (keyIs(DATA)) {
      once(dataFrom);
      data();
    } else if (keyIs(NAMESPACE)) {
      once(namespaceFrom);
      namespace();
    } else {
      value();
    }
  }

  private void data() {
    dataFrom = at;
    nested('{');
    dataTo = at;
  }

  private void end() {
    skipSpace();
    if (at != end) {
      unusual = true;
    }
  }

  private void namespace() {
    namespaceFrom = at + 1;
    if (at < end && line[at] == 'n') {
      namespaceTo = namespaceFrom;
      literal(NULL);
    } else {
      string();
      namespaceTo = at - 1;
    }
  }

  /** Goes on to the next key of an object and past its colon; false at the object's end. */
  private boolean key(boolean first) {
    skipSpace();
    if (unusual || at >= end) {
      unusual = true;
      return false;
    }
    if (first && line[at] == '}') {
      at++;
      return false;
    }
    if (!first) {
      if (line[at] == '}') {
        at++;
        return false;
      }
      expect(',');
      skipSpace();
    }
    keyFrom = at + 1;
    string();
    keyTo = at - 1;
    if (!unusual && ByteSearch.first(line, keyFrom, keyTo, '\\') < keyTo) {
      unusual = true;
    }
    skipSpace();
    expect(':');
    skipSpace();
    return !unusual;
  }

  private boolean keyIs(byte[] name) {
    return Arrays.equals(line, keyFrom, keyTo, name, 0, name.length);
  }

  private void once(int found) {
    if (found >= 0) {
      unusual = true;
    }
  }

  private void value() {
    if (at >= end) {
      unusual = true;
      return;
    }
    switch (line[at]) {
      case '"' -> string();
      case '{' -> nested('{');
      case '[' -> nested('[');
      default -> scalar();
    }
  }

  /** A number or a word; whether it is a right one matters to nobody here. */
  private void scalar() {
    int from = at;
    while (at < end && line[at] > ' ' && line[at] != ',' && line[at] != '}') {
      at++;
    }
    if (at == from) {
      unusual = true;
    }
  }

  private void literal(byte[] word) {
    int to = Math.min(end, at + word.length);
    if (!Arrays.equals(line, at, to, word, 0, word.length)) {
      unusual = true;
    }
    at = to;
  }

  /** Past an object or array, found by counting brackets outside of strings. */
  private void nested(char open) {
    if (at >= end || line[at] != open) {
      unusual = true;
      return;
    }
    int past = Brackets.past(line, at, end);
    if (past > end) {
      unusual = true;
    } else {
      at = past;
    }
  }

  private void string() {
    if (at >= end || line[at] != '"') {
      unusual = true;
      return;
    }
    at = ByteSearch.pastString(line, at + 1, end);
    if (at > end) {
      unusual = true;
    }
  }

  private void expect(char wanted) {
    skipSpace();
    if (at < end && line[at] == wanted) {
      at++;
    } else {
      unusual = true;
    }
  }

  private void skipSpace() {
    while (at < end && (line[at] == ' ' || line[at] == '\t' || line[at] == '\r')) {
      at++;
    }
  }
}
