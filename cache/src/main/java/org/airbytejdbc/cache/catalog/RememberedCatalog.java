package org.airbytejdbc.cache.catalog;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.airbytejdbc.cache.Source;
import org.airbytejdbc.connector.protocol.StreamName;
import org.airbytejdbc.connector.registry.NearestName;

/**
 * What is known of a source's streams, as long as the database is the same one. Thread-safe.
 *
 * <p>Each statement asks for the catalog, so that it is made once for each choice of streams.
 */
final class RememberedCatalog {
  /** As many as a message can have. */
  private static final int MOST_NAMES = 20;

  private final Optional<Object> incarnation;
  private final SourceIdentity identity;
  private final boolean undeclared;
  private final List<StoredStream> all;
  private final Map<List<String>, SourceCatalog> shown = new ConcurrentHashMap<>();

  /**
   * @param incarnation of the database that it was read from
   * @param undeclared whether there is a column for fields that no schema declares
   */
  RememberedCatalog(
      Optional<Object> incarnation,
      SourceIdentity identity,
      boolean undeclared,
      List<StoredStream> all) {
    this.incarnation = requireNonNull(incarnation, "incarnation");
    this.identity = requireNonNull(identity, "identity");
    this.undeclared = undeclared;
    this.all = List.copyOf(all);
  }

  /** The same with streams that were read again. */
  RememberedCatalog with(List<StoredStream> streams) {
    return new RememberedCatalog(incarnation, identity, undeclared, streams);
  }

  boolean isOf(Optional<Object> database) {
    return incarnation.isPresent() && incarnation.equals(database);
  }

  boolean serves(SourceIdentity wanted, boolean keepUndeclared) {
    return identity.equals(wanted) && (undeclared || !keepUndeclared);
  }

  SourceIdentity identity() {
    return identity;
  }

  /** All streams, also those that are gone. */
  List<StoredStream> all() {
    return all;
  }

  /** The streams that the source's settings show. */
  SourceCatalog shown(Source source) {
    return shown.computeIfAbsent(
        source.settings().streams(), patterns -> catalog(source.name(), patterns));
  }

  private SourceCatalog catalog(String source, List<String> streams) {
    StreamPatterns patterns = new StreamPatterns(streams);
    List<StreamTable> tables =
        all.stream()
            .filter(stream -> !stream.gone() || stream.status().readWhole())
            .filter(stream -> patterns.show(stream.name()))
            .map(StoredStream::toTable)
            .toList();
    Set<String> leftOut =
        all.stream()
            .filter(stream -> !stream.gone() && !patterns.show(stream.name()))
            .map(StoredStream::table)
            .collect(Collectors.toUnmodifiableSet());
    return new SourceCatalog(
        source, tables, leftOut, CatalogVersion.of(tables), missing(source, patterns));
  }

  /** What the settings ask for and the source has not, which a typo may be. */
  private Optional<String> missing(String source, StreamPatterns patterns) {
    List<StreamName> names =
        all.stream().filter(stream -> !stream.gone()).map(StoredStream::name).toList();
    List<String> idle = patterns.idle(names);
    if (idle.isEmpty() || names.isEmpty()) {
      return Optional.empty();
    }
    List<String> known = names.stream().map(StreamName::name).sorted().toList();
    String hint =
        NearestName.among(known, idle.get(0))
            .map(near -> "did you mean " + near + "?")
            .orElseGet(() -> "it has " + listed(known));
    return Optional.of(
        source + " has no stream " + String.join(", ", idle) + " that streams= asks for; " + hint);
  }

  private static String listed(List<String> names) {
    String first = String.join(", ", names.subList(0, Math.min(names.size(), MOST_NAMES)));
    return names.size() > MOST_NAMES ? first + " and others" : first;
  }
}
