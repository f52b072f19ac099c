package org.airbytejdbc.cache.catalog;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.airbytejdbc.connector.protocol.StreamName;

/**
 * The tables' names within a source: the stream's name, normalised. Streams that would share it are
 * told apart by their namespaces, then by numbers in the catalog's order.
 */
final class TableNames {
  private static final String KIND = "stream";

  private TableNames() {}

  /**
   * @param given the names that streams got before, and keep
   */
  static Map<StreamName, String> assign(List<StreamName> streams, Map<StreamName, String> given) {
    DistinctNames<StreamName> names = new DistinctNames<>(given, Set.of());
    return streams.stream()
        .collect(toMap(stream -> stream, stream -> names.name(stream, wanted(stream, streams))));
  }

  private static String wanted(StreamName stream, List<StreamName> streams) {
    String plain = NormalizedName.of(stream.name(), KIND);
    boolean shared =
        streams.stream()
            .anyMatch(
                other ->
                    !other.namespace().equals(stream.namespace())
                        && NormalizedName.of(other.name(), KIND).equals(plain));
    if (!shared || stream.namespace().isEmpty()) {
      return plain;
    }
    return NormalizedName.of(stream.namespace().get() + "_" + stream.name(), KIND);
  }
}
