package org.airbytejdbc.cache;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.airbytejdbc.cache.catalog.StreamTable;
import org.airbytejdbc.cache.sync.SideBySide;
import org.airbytejdbc.cache.sync.SourceSync.Wish;

/** Reads the streams that a statement touches and that are not fresh enough. Thread-safe. */
public final class Freshness {
  /** The streams of one source that a statement touches. */
  public record Touched(Cache cache, Source source, Set<StreamTable> tables) {
    public Touched {
      requireNonNull(cache, "cache");
      requireNonNull(source, "source");
      tables = Set.copyOf(tables);
    }
  }

  /**
   * Returns once every touched stream is fresh by the policy: one connector run for each source
   * that needs it, with just the streams that need it, sources side by side. A stream that another
   * thread or process is reading is waited for instead of read twice.
   *
   * <p>When a source fails the others go on to their end; then the first failure is thrown, with
   * the others suppressed. Cancelling the run ends all of them.
   *
   * @return a report for each source that was read
   * @throws CacheException STREAM_GONE, NEVER_READ, LOCKED and what loading can throw
   * @throws org.airbytejdbc.connector.ConnectorException what the connector said, or cancelled
   */
  public List<SyncReport> ensure(
      Collection<Touched> touched, FreshnessPolicy policy, SyncOptions options) {
    Instant began = Instant.now();
    List<Touched> doubtful = new ArrayList<>(0);
    for (Touched one : touched) {
      if (!isKnownFresh(one, policy, options, began)) {
        doubtful.add(one);
      }
    }
    return doubtful.isEmpty() ? List.of() : read(doubtful, policy, options, began);
  }

  private static List<SyncReport> read(
      List<Touched> doubtful, FreshnessPolicy policy, SyncOptions options, Instant began) {
    return SideBySide.run(
        doubtful.stream()
            .map(
                one ->
                    new SideBySide.Task<>(
                        one.source().name(), () -> ensure(one, policy, options, began)))
            .toList());
  }

  private static boolean isKnownFresh(
      Touched touched, FreshnessPolicy policy, SyncOptions options, Instant began) {
    return !options.fullRefresh()
        && touched.cache().tables().areFresh(touched.tables(), policy.freshSince(began));
  }

  private static Optional<SyncReport> ensure(
      Touched touched, FreshnessPolicy policy, SyncOptions options, Instant began) {
    // The connector may be another one than when the catalog was last asked for.
    touched.cache().catalog(touched.source(), false, options.run());
    Wish wish =
        new Wish(
            touched.source(),
            touched.tables().stream().map(StreamTable::name).collect(toSet()),
            policy,
            options,
            began);
    Optional<SyncReport> report = touched.cache().syncs().fulfil(wish);
    touched.cache().synced(touched.source(), options.run().cancellation());
    return report;
  }
}
