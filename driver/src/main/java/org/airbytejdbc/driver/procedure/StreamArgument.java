package org.airbytejdbc.driver.procedure;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.airbytejdbc.cache.Freshness.Touched;
import org.airbytejdbc.cache.catalog.StreamTable;
import org.airbytejdbc.driver.error.SqlErrors;
import org.airbytejdbc.driver.error.SqlState;

/** Streams by their names or patterns, with commas between them. */
final class StreamArgument {
  private static final String GUIDANCE =
      "Write schema.stream; * and ? stand for any characters, a comma stands between several.";

  private StreamArgument() {}

  /** The streams that are meant, source by source; each pattern names at least one. */
  static List<Touched> all(String streams, CallContext context) throws SQLException {
    Map<String, Touched> found = new LinkedHashMap<>();
    for (String pattern : streams.split(",", -1)) {
      List<Touched> named =
          StreamPattern.of(pattern.strip(), context.schema()).in(context.sources());
      if (named.isEmpty()) {
        throw SqlState.UNDEFINED_TABLE.exception(
            "No stream is named like '" + pattern.strip() + "'", GUIDANCE);
      }
      named.forEach(one -> found.merge(one.source().name(), one, StreamArgument::both));
    }
    return List.copyOf(found.values());
  }

  /** The one stream that is meant. */
  static Touched one(String stream, CallContext context) throws SQLException {
    List<Touched> found = all(stream, context);
    if (found.size() != 1 || found.get(0).tables().size() != 1) {
      throw SqlErrors.argument("'" + stream + "' names more than one stream");
    }
    return found.get(0);
  }

  private static Touched both(Touched one, Touched other) {
    Set<StreamTable> tables = new HashSet<>(one.tables());
    tables.addAll(other.tables());
    return new Touched(one.cache(), one.source(), tables);
  }
}
