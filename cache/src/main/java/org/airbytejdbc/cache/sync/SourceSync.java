package org.airbytejdbc.cache.sync;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.airbytejdbc.cache.CacheException;
import org.airbytejdbc.cache.CacheLocation;
import org.airbytejdbc.cache.FreshnessPolicy;
import org.airbytejdbc.cache.Source;
import org.airbytejdbc.cache.SyncOptions;
import org.airbytejdbc.cache.SyncReport;
import org.airbytejdbc.cache.catalog.StoredStream;
import org.airbytejdbc.cache.ledger.Ledger;
import org.airbytejdbc.cache.ledger.NamedLocks;
import org.airbytejdbc.cache.load.BatchFolder;
import org.airbytejdbc.connector.Cancellation;
import org.airbytejdbc.connector.protocol.StreamName;

/** Reads the streams of sources that are not fresh enough. Thread-safe. */
public final class SourceSync {
  private final CacheLocation location;
  private final Ledger ledger;
  private final NamedLocks locks;
  private final RunningSyncs running = new RunningSyncs();

  public SourceSync(CacheLocation location, Ledger ledger, NamedLocks locks) {
    this.location = requireNonNull(location, "location");
    this.ledger = requireNonNull(ledger, "ledger");
    this.locks = requireNonNull(locks, "locks");
  }

  /** Those that run now. */
  public RunningSyncs running() {
    return running;
  }

  /** How the stream is read and stored; empty where it cannot be read as the settings wish. */
  public static Optional<String> mode(Source source, StoredStream stream) {
    try {
      return Optional.of(RunPlan.strategy(source, stream).label());
    } catch (CacheException unsupported) {
      return Optional.empty();
    }
  }

  /** What one source is asked for, and since when. */
  public record Wish(
      Source source,
      Set<StreamName> streams,
      FreshnessPolicy policy,
      SyncOptions options,
      Instant began) {
    public Wish {
      requireNonNull(source, "source");
      streams = Set.copyOf(streams);
      requireNonNull(policy, "policy");
      requireNonNull(options, "options");
      requireNonNull(began, "began");
    }

    private Cancellation cancellation() {
      return options.run().cancellation();
    }
  }

  /**
   * Reads the streams that need it in one run of the connector. Waits for those that others are
   * reading, and reads them only if they still need it then.
   *
   * @return empty if nothing had to be read
   */
  public Optional<SyncReport> fulfil(Wish wish) {
    SourceAccount account = SourceAccount.read(ledger, wish.source, wish.cancellation());
    Need need = need(wish, account);
    Set<StreamName> streams = toRead(wish, need, account);
    while (!streams.isEmpty()) {
      Set<StreamName> locked = streams;
      Attempt attempt =
          locks.holding(
              lockNames(wish.source.name(), locked),
              wish.cancellation(),
              () -> attempt(wish, need, locked));
      if (attempt.report.isPresent()) {
        return attempt.report;
      }
      streams = attempt.missing;
    }
    return Optional.empty();
  }

  /** A report, or the streams to lock instead, none if nothing is left to read. */
  private record Attempt(Optional<SyncReport> report, Set<StreamName> missing) {}

  private Attempt attempt(Wish wish, Need need, Set<StreamName> locked) {
    SourceAccount account = SourceAccount.read(ledger, wish.source, wish.cancellation());
    Set<StreamName> streams = toRead(wish, need, account);
    if (streams.isEmpty() || !locked.containsAll(streams)) {
      return new Attempt(Optional.empty(), streams);
    }
    List<StoredStream> stored =
        account.streams().stream().filter(stream -> streams.contains(stream.name())).toList();
    try (BatchFolder folder = BatchFolder.open(location);
        RunPlan plan =
            RunPlan.of(wish.source, stored, account.states(), wish.options.fullRefresh(), folder)) {
      SyncReport report = new SyncRun(ledger, wish.source, plan, wish.options).run(running);
      return new Attempt(Optional.of(report), Set.of());
    }
  }

  private static Need need(Wish wish, SourceAccount account) {
    return new Need(account, wish.streams, wish.policy, wish.options.fullRefresh(), wish.began);
  }

  private static Set<StreamName> toRead(Wish wish, Need need, SourceAccount account) {
    return account.withSharedState(wish.source, need.of(account));
  }

  /** The locks that are held while these streams are read or changed. */
  public static List<String> lockNames(String source, Collection<StreamName> streams) {
    return streams.stream().map(stream -> "stream " + stream + " of " + source).toList();
  }
}
