package org.airbytejdbc.cache.sync;

import static java.util.stream.Collectors.toSet;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.airbytejdbc.cache.CacheException;
import org.airbytejdbc.cache.CacheException.Kind;
import org.airbytejdbc.cache.Source;
import org.airbytejdbc.cache.catalog.CatalogStore;
import org.airbytejdbc.cache.catalog.StoredStream;
import org.airbytejdbc.cache.ledger.Ledger;
import org.airbytejdbc.cache.state.StateStore;
import org.airbytejdbc.cache.state.StoredState;
import org.airbytejdbc.connector.Cancellation;
import org.airbytejdbc.connector.protocol.StreamName;

/** What the ledger says of a source at one moment. */
public record SourceAccount(String source, List<StoredStream> streams, List<StoredState> states) {
  public SourceAccount {
    streams = List.copyOf(streams);
    states = List.copyOf(states);
  }

  static SourceAccount read(Ledger ledger, Source source, Cancellation cancellation) {
    return ledger.read(cancellation, connection -> read(connection, source));
  }

  static SourceAccount read(Connection connection, Source source) throws SQLException {
    return new SourceAccount(
        source.name(),
        CatalogStore.streams(connection, source.name()),
        StateStore.load(connection, source.name()));
  }

  /** The stream of that name, gone or not. */
  Optional<StoredStream> stream(StreamName name) {
    return streams.stream().filter(stream -> stream.name().equals(name)).findFirst();
  }

  /** The stream of that name; fails with STREAM_GONE where the source has none. */
  StoredStream present(StreamName name) {
    return stream(name)
        .filter(stream -> !stream.gone())
        .orElseThrow(
            () ->
                new CacheException(
                    Kind.STREAM_GONE,
                    "Source " + source + " has no stream " + name + " any more",
                    "Use refresh=never to query what was read before, or leave the stream out"));
  }

  /**
   * The streams to read so that none of the wanted ones loses a change: where one state speaks for
   * several streams, it goes on for all of them at once.
   */
  Set<StreamName> withSharedState(Source settings, Collection<StreamName> wanted) {
    Set<StreamName> all = new HashSet<>(wanted);
    boolean usesState =
        wanted.stream()
            .map(this::present)
            .anyMatch(stream -> RunPlan.strategy(settings, stream).incremental());
    if (usesState) {
      all.addAll(
          states.stream()
              .filter(StoredState::isShared)
              .flatMap(state -> state.streams().stream())
              .filter(name -> stream(name).filter(stream -> !stream.gone()).isPresent())
              .collect(toSet()));
    }
    return all;
  }
}
