package org.airbytejdbc.connector.registry;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.airbytejdbc.connector.Cancellation;
import org.airbytejdbc.connector.ConnectorException;
import org.airbytejdbc.connector.ConnectorException.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connectors of one registry. Fetched when first asked for, then kept on disk and asked for
 * again once a day; where that fails, what is kept serves on. Thread-safe; processes may share the
 * folder.
 */
public final class ConnectorRegistry {
  /** Airbyte's own, of all that is open source. */
  public static final URI PUBLIC =
      URI.create("https://connectors.airbyte.com/files/registries/v0/oss_registry.json");

  private static final Logger LOG = LoggerFactory.getLogger(ConnectorRegistry.class);
  private static final Duration FRESH = Duration.ofDays(1);
  private static final Duration BEFORE_RETRY = Duration.ofMinutes(1);
  private static final long POLL_MILLIS = 50;

  private final URI address;
  private final Path file;
  private final Clock clock;
  private final RegistryDownload download;
  private final AtomicReference<Optional<KeptRegistry>> current =
      new AtomicReference<>(Optional.empty());
  private final ReentrantLock fetching = new ReentrantLock();
  private volatile Optional<Failure> failure = Optional.empty();

  private record Failure(ConnectorException error, Instant at) {}

  /**
   * @param address of a registry in Airbyte's format: http, https or file
   * @param folder where it is kept, made when first needed
   * @param clock tells how old it is
   */
  public ConnectorRegistry(URI address, Path folder, Clock clock) {
    this.address = requireNonNull(address, "address");
    this.file = folder.resolve("registry.json");
    this.clock = requireNonNull(clock, "clock");
    this.download = new RegistryDownload(address, clock);
  }

  /**
   * All connectors, by name. Fails with a {@link ConnectorException} of kind REGISTRY_UNREACHABLE
   * if it can't be fetched and never was.
   */
  public List<ConnectorEntry> connectors(Cancellation cancellation) {
    return current(cancellation).connectors();
  }

  /** What it tells of that name. */
  public Listing listing(String name, Cancellation cancellation) {
    try {
      return listing(name, current(cancellation));
    } catch (ConnectorException e) {
      if (e.kind() != Kind.REGISTRY_UNREACHABLE) {
        throw e;
      }
      return new Listing.Unknown(String.valueOf(e.getMessage()));
    }
  }

  /** The same, as far as it is known here: nobody is asked, also not who is fetching it. */
  public Listing known(String name) {
    return kept()
        .map(kept -> listing(name, kept))
        .orElseGet(() -> new Listing.Unknown("the registry was not asked yet"));
  }

  private Listing listing(String name, KeptRegistry registry) {
    Optional<Listing> listed =
        registry.connectors().stream()
            .filter(entry -> entry.name().equals(name))
            .findFirst()
            .map(entry -> new Listing.Listed(entry, metadata(entry)));
    return listed.orElseGet(
        () ->
            new Listing.Unlisted(
                NearestName.among(
                    registry.connectors().stream().map(ConnectorEntry::name).toList(), name)));
  }

  /** Beside the registry, as Airbyte lays them; a lone file lists what Airbyte publishes. */
  private URI metadata(ConnectorEntry entry) {
    URI registry = address.getScheme().equals("file") ? PUBLIC : address;
    return registry.resolve("../../metadata/" + entry.image() + "/");
  }

  private Optional<KeptRegistry> kept() {
    Optional<KeptRegistry> none = current.get();
    if (none.isEmpty()) {
      current.compareAndSet(none, KeptRegistry.read(file, address));
    }
    return current.get();
  }

  private KeptRegistry current(Cancellation cancellation) {
    Optional<KeptRegistry> kept = kept();
    if (kept.filter(this::isFresh).isPresent()) {
      return kept.get();
    }
    lock(cancellation);
    try {
      // Another thread may have asked meanwhile.
      if (current.get().filter(this::isFresh).isEmpty() && !hasJustFailed()) {
        refresh(cancellation);
      }
    } finally {
      fetching.unlock();
    }
    return current.get().orElseThrow(() -> failure.orElseThrow().error());
  }

  private void lock(Cancellation cancellation) {
    try {
      while (!fetching.tryLock(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
        cancellation.throwIfCancelled();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ConnectorException.stopped(Cancellation.Cause.CANCELLED);
    }
  }

  private boolean hasJustFailed() {
    return failure
        .filter(last -> clock.instant().isBefore(last.at().plus(BEFORE_RETRY)))
        .isPresent();
  }

  private void refresh(Cancellation cancellation) {
    try {
      KeptRegistry fetched = sorted(download.fetch(current.get(), cancellation));
      fetched.write(file);
      current.set(Optional.of(fetched));
    } catch (IOException e) {
      LOG.info("The registry {} cannot be fetched: {}", address, e.getMessage());
      ConnectorException error =
          new ConnectorException(
              Kind.REGISTRY_UNREACHABLE,
              "The registry of connectors %s cannot be fetched: %s"
                  .formatted(address, e.getMessage()),
              "Check the network and HTTPS_PROXY, or name another by registry=URL or a file",
              e);
      failure = Optional.of(new Failure(error, clock.instant()));
    }
  }

  private boolean isFresh(KeptRegistry kept) {
    return !address.getScheme().equals("file")
        && clock.instant().isBefore(kept.askedAt().plus(FRESH));
  }

  private static KeptRegistry sorted(KeptRegistry registry) {
    return new KeptRegistry(
        registry.address(),
        registry.tag(),
        registry.askedAt(),
        registry.connectors().stream().sorted(Comparator.comparing(ConnectorEntry::name)).toList());
  }
}
