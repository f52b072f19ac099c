package org.airbytejdbc.connector.protocol;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Stream names by the bytes that they are written in, so that a record needs no new string. */
final class StreamNames {
  /** The bytes between the quotes; an absent namespace is an empty range. */
  private record Entry(byte[] namespace, byte[] name, StreamName stream, @Nullable Entry other) {
    boolean is(byte[] line, int namespaceFrom, int namespaceTo, int nameFrom, int nameTo) {
      return Arrays.equals(name, 0, name.length, line, nameFrom, nameTo)
          && Arrays.equals(namespace, 0, namespace.length, line, namespaceFrom, namespaceTo);
    }
  }

  private final Map<Integer, Entry> byHash = new HashMap<>();
  private @Nullable Entry last;

  /** The stream whose namespace and name are written in these two ranges, escapes and all. */
  StreamName find(byte[] line, int namespaceFrom, int namespaceTo, int nameFrom, int nameTo) {
    Entry found = last;
    if (found == null || !found.is(line, namespaceFrom, namespaceTo, nameFrom, nameTo)) {
      int hash = hash(line, namespaceFrom, namespaceTo) * 31 + hash(line, nameFrom, nameTo);
      Entry sameHash = byHash.get(hash);
      found = sameHash;
      while (found != null && !found.is(line, namespaceFrom, namespaceTo, nameFrom, nameTo)) {
        found = found.other;
      }
      if (found == null) {
        byte[] namespace = Arrays.copyOfRange(line, namespaceFrom, namespaceTo);
        byte[] name = Arrays.copyOfRange(line, nameFrom, nameTo);
        StreamName stream = StreamName.of(text(namespace), text(name));
        found = new Entry(namespace, name, stream, sameHash);
        byHash.put(hash, found);
      }
      last = found;
    }
    return found.stream;
  }

  private static String text(byte[] written) {
    byte[] quoted = new byte[written.length + 2];
    System.arraycopy(written, 0, quoted, 1, written.length);
    quoted[0] = '"';
    quoted[quoted.length - 1] = '"';
    return ProtocolJson.MAPPER.readValue(quoted, String.class);
  }

  private static int hash(byte[] bytes, int from, int to) {
    int hash = 1;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + bytes[i];
    }
    return hash;
  }
}
