package org.airbytejdbc.connector;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.airbytejdbc.connector.net.WebDocument;
import org.airbytejdbc.connector.registry.ConnectorEntry;
import org.airbytejdbc.connector.registry.ConnectorRegistry;
import org.airbytejdbc.connector.registry.Listing;
import org.airbytejdbc.connector.registry.Listing.Listed;
import org.airbytejdbc.connector.registry.Listing.Unknown;
import org.airbytejdbc.connector.registry.Listing.Unlisted;

/**
 * The manifest of a connector that is nothing else, by the registry; kept in a file once it was
 * fetched.
 */
final class PublishedManifest implements Attempt {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int OK = 200;

  private final String name;
  private final Optional<String> version;
  private final ConnectorRegistry registry;
  private final ManifestConnectors manifests;
  private final Path folder;
  private volatile Optional<Connector> read = Optional.empty();

  /**
   * @param version of the manifest; the newest, as it is when it is fetched, if none is given
   * @param folder where manifests are kept, made when first needed
   */
  PublishedManifest(
      String name,
      Optional<String> version,
      ConnectorRegistry registry,
      ManifestConnectors manifests,
      Path folder) {
    this.name = name;
    this.version = version;
    this.registry = registry;
    this.manifests = manifests;
    this.folder = folder;
  }

  @Override
  public String what() {
    return "manifest";
  }

  @Override
  public Optional<Connector> ready() {
    try {
      return Files.exists(file()) ? Optional.of(kept()) : Optional.empty();
    } catch (ConnectorException notForThisEngine) {
      return Optional.empty();
    }
  }

  @Override
  public Offer offer(RunOptions options) {
    try {
      if (!Files.exists(file())) {
        Listing listing = registry.listing(name, options.cancellation());
        if (!(listing instanceof Listed listed) || !listed.entry().manifestOnly()) {
          return new Offer.Passed(outlook(listing));
        }
        fetch(listed, options);
      }
      return new Offer.Runs(kept());
    } catch (IOException e) {
      return new Offer.Passed("it cannot be fetched: " + e.getMessage());
    } catch (ConnectorException e) {
      options.cancellation().throwIfCancelled();
      return new Offer.Passed(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public String outlook() {
    return Files.exists(file())
        ? "it needs more than this engine has"
        : outlook(registry.known(name));
  }

  private String outlook(Listing listing) {
    if (listing instanceof Listed listed) {
      ConnectorEntry entry = listed.entry();
      return entry.manifestOnly()
          ? "it is fetched at the first run"
          : "the registry lists " + name + " as one with code" + language(entry);
    }
    return listing instanceof Unlisted
        ? "the registry does not list " + name
        : ((Unknown) listing).why();
  }

  private static String language(ConnectorEntry entry) {
    return entry.language().map(language -> ", in " + language).orElse("");
  }

  /** Read once: asking for its version must cost nothing. */
  private Connector kept() {
    if (read.isEmpty()) {
      read = Optional.of(manifests.open(name, file().toUri()));
    }
    return read.get();
  }

  private Path file() {
    return folder.resolve(name + version.map(text -> "-" + text).orElse("") + ".yaml");
  }

  private void fetch(Listed listed, RunOptions options) throws IOException {
    URI address = listed.manifest(version.orElse(listed.entry().version()));
    options.listener().preparing(name, "fetching " + address);
    HttpResponse<byte[]> response =
        WebDocument.fetch(
            HttpRequest.newBuilder(address).build(),
            PATIENCE,
            ManifestText.LONGEST,
            options.cancellation());
    if (response.statusCode() != OK) {
      throw new IOException(address + " answers with status " + response.statusCode());
    }
    PrivateFolder.put(file(), response.body());
  }
}
