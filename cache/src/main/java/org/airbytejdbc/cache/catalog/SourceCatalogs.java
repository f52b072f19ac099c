package org.airbytejdbc.cache.catalog;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.airbytejdbc.cache.Source;
import org.airbytejdbc.cache.SourceSettings.UndeclaredFields;
import org.airbytejdbc.cache.ledger.Ledger;
import org.airbytejdbc.cache.ledger.NamedLocks;
import org.airbytejdbc.connector.Cancellation;
import org.airbytejdbc.connector.ConnectorException;
import org.airbytejdbc.connector.RunOptions;
import org.airbytejdbc.connector.protocol.AirbyteCatalog;

/**
 * The sources' catalogs: remembered, else from the ledger, else discovered.
 *
 * <p>Thread-safe. A catalog is discovered again when the connector's version or the config is
 * another one than it was discovered with. A connector that cannot tell its version, such as a
 * manifest while an edit is broken, keeps its last one, so that what was read can be queried.
 */
public final class SourceCatalogs {
  private final Ledger ledger;
  private final Map<String, RememberedCatalog> remembered = new ConcurrentHashMap<>();
  private final NamedLocks locks;
  private final Consumer<String> lookedUp;

  /**
   * @param lookedUp hears the name of each source whose streams were looked up in the ledger or
   *     asked for anew, so that what else is known of them may be old
   */
  public SourceCatalogs(Ledger ledger, NamedLocks locks, Consumer<String> lookedUp) {
    this.ledger = requireNonNull(ledger, "ledger");
    this.locks = requireNonNull(locks, "locks");
    this.lookedUp = requireNonNull(lookedUp, "lookedUp");
  }

  /**
   * The source's streams that its settings show: those that it has, then those that are gone but
   * were read before.
   *
   * @param rediscover asks the connector even if nothing has changed
   */
  public SourceCatalog catalog(Source source, boolean rediscover, RunOptions options) {
    SourceIdentity identity;
    try {
      identity = SourceIdentity.of(source);
    } catch (ConnectorException untold) {
      if (rediscover) {
        throw untold;
      }
      return asItWas(source, untold, options.cancellation());
    }
    return catalog(source, identity, rediscover, options);
  }

  private SourceCatalog catalog(
      Source source, SourceIdentity identity, boolean rediscover, RunOptions options) {
    boolean keepUndeclared = source.settings().undeclared() == UndeclaredFields.JSON;
    RememberedCatalog known = remembered.get(source.name());
    if (rediscover
        || known == null
        || !known.isOf(ledger.incarnation())
        || !known.serves(identity, keepUndeclared)) {
      known =
          locks.holding(
              Set.of("the catalog of " + source.name()),
              options.cancellation(),
              () -> find(source, identity, keepUndeclared, rediscover, options));
      remember(source, known);
    }
    return known.shown(source);
  }

  private SourceCatalog asItWas(
      Source source, ConnectorException untold, Cancellation cancellation) {
    RememberedCatalog known = remembered.get(source.name());
    if (known == null || !known.isOf(ledger.incarnation())) {
      known = stored(source, cancellation).orElseThrow(() -> untold);
      remember(source, known);
    }
    if (!known.identity().isLike(source)) {
      throw untold;
    }
    return known.shown(source).doubted(String.valueOf(untold.getMessage()));
  }

  private void remember(Source source, RememberedCatalog known) {
    remembered.put(source.name(), known);
    lookedUp.accept(source.name());
  }

  /** Reads the source's streams from the ledger again, as a sync may have changed their columns. */
  public List<StoredStream> reload(String source, Cancellation cancellation) {
    List<StoredStream> streams =
        ledger.read(cancellation, connection -> CatalogStore.streams(connection, source));
    remembered.computeIfPresent(source, (name, old) -> old.with(streams));
    return streams;
  }

  private RememberedCatalog find(
      Source source,
      SourceIdentity identity,
      boolean keepUndeclared,
      boolean rediscover,
      RunOptions options) {
    Cancellation cancellation = options.cancellation();
    Optional<RememberedCatalog> stored = stored(source, cancellation);
    if (stored.isPresent() && !rediscover) {
      RememberedCatalog last = stored.get();
      if (last.serves(identity, keepUndeclared)) {
        return last;
      }
      if (last.identity().equals(identity)) {
        return update(source, identity, keepUndeclared, false, definitions(last), cancellation);
      }
    }
    AirbyteCatalog catalog = source.connector().discover(source.config(), options);
    // A connector that was installed just now has its version only now.
    SourceIdentity ran = SourceIdentity.of(source);
    boolean stale = stored.isPresent() && !stored.get().identity().equals(ran);
    return update(source, ran, keepUndeclared, stale, catalog, cancellation);
  }

  /** Without a file nothing is known, and the connector can start before the engine is loaded. */
  private Optional<RememberedCatalog> stored(Source source, Cancellation cancellation) {
    return ledger.incarnation().isEmpty()
        ? Optional.empty()
        : ledger.read(cancellation, connection -> load(connection, source));
  }

  private RememberedCatalog update(
      Source source,
      SourceIdentity identity,
      boolean keepUndeclared,
      boolean stale,
      AirbyteCatalog catalog,
      Cancellation cancellation) {
    return ledger.alter(
        cancellation,
        transaction -> {
          Connection connection = transaction.connection();
          new CatalogUpdate(connection, source.name(), keepUndeclared, stale).run(catalog);
          CatalogStore.put(connection, source.name(), identity);
          return load(connection, source).orElseThrow();
        });
  }

  private Optional<RememberedCatalog> load(Connection connection, Source source)
      throws SQLException {
    Optional<SourceIdentity> identity = CatalogStore.identity(connection, source.name());
    if (identity.isEmpty()) {
      return Optional.empty();
    }
    List<StoredStream> streams = CatalogStore.streams(connection, source.name());
    boolean undeclared =
        streams.stream()
            .allMatch(s -> s.gone() || s.columns().contains(MetadataColumns.UNDECLARED));
    return Optional.of(
        new RememberedCatalog(ledger.incarnation(), identity.get(), undeclared, streams));
  }

  private static AirbyteCatalog definitions(RememberedCatalog known) {
    return new AirbyteCatalog(
        known.all().stream().filter(s -> !s.gone()).map(StoredStream::definition).toList());
  }
}
