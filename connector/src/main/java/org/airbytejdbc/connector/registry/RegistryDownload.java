package org.airbytejdbc.connector.registry;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.airbytejdbc.connector.Cancellation;
import org.airbytejdbc.connector.net.WebDocument;
import tools.jackson.core.JacksonException;

/** Gets a registry from its address, over HTTP only if it is newer than the one at hand. */
record RegistryDownload(URI address, Clock clock) {
  private static final Duration WHOLE = Duration.ofMinutes(1);
  private static final int OK = 200;

  /** There is room for many more specs than Airbyte's own lists. */
  private static final long LONGEST = 1L << 28;

  private static final int NOT_MODIFIED = 304;

  /**
   * The registry as it is now.
   *
   * @param known the one at hand
   * @throws IOException if it cannot be fetched or is no registry
   */
  KeptRegistry fetch(Optional<KeptRegistry> known, Cancellation cancellation) throws IOException {
    if (address.getScheme().equals("file")) {
      return registry(Files.readAllBytes(Path.of(address)), Optional.empty());
    }
    HttpRequest.Builder request = HttpRequest.newBuilder(address);
    known.flatMap(KeptRegistry::tag).ifPresent(tag -> request.header("If-None-Match", tag));
    HttpResponse<byte[]> response =
        WebDocument.fetch(request.build(), WHOLE, LONGEST, cancellation);
    if (response.statusCode() == NOT_MODIFIED && known.isPresent()) {
      return known.get().confirmed(clock.instant());
    }
    if (response.statusCode() != OK) {
      throw new IOException("the server answered with status " + response.statusCode());
    }
    return registry(response.body(), response.headers().firstValue("ETag"));
  }

  private KeptRegistry registry(byte[] json, Optional<String> tag) throws IOException {
    try {
      return new KeptRegistry(address, tag, clock.instant(), RegistryDocument.read(json));
    } catch (JacksonException e) {
      throw new IOException("it is no registry in Airbyte's format", e);
    }
  }
}
