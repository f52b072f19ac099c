package org.airbytejdbc.declarative.request;

import java.util.Map;
import java.util.function.Consumer;
import org.airbytejdbc.declarative.Runtime;
import org.airbytejdbc.declarative.auth.Authenticator;
import org.airbytejdbc.declarative.auth.Authenticators;
import org.airbytejdbc.declarative.failure.ErrorHandler;
import org.airbytejdbc.declarative.failure.ErrorHandlers;
import org.airbytejdbc.declarative.http.Requester;
import org.airbytejdbc.declarative.http.ResponseCache;
import org.airbytejdbc.declarative.http.Transport;
import org.airbytejdbc.declarative.http.Waiting;
import org.airbytejdbc.declarative.manifest.Component;
import org.jspecify.annotations.Nullable;

/**
 * Reads the requesters of a manifest, which share the cache of responses, the budget of requests
 * and the tokens of a run. One a run. Thread-safe.
 */
public final class Requesters {
  private static final long CACHED_BYTES = 64L << 20;

  private final Runtime runtime;
  private final Authenticators authenticators;
  private final Transport transport;
  private final ResponseCache cache = new ResponseCache(CACHED_BYTES);

  /**
   * @param transport the runtime's, or one that keeps to a budget before it
   * @param changedConfig is told of the whole config when a token that can be used once has
   *     replaced another in it
   */
  public Requesters(
      Runtime runtime, Transport transport, Consumer<Map<String, @Nullable Object>> changedConfig) {
    this.runtime = runtime;
    this.transport = transport;
    this.authenticators = new Authenticators(runtime, this::read, changedConfig);
  }

  /** The requester that the component says. */
  public Requester read(Component requester) {
    return read(requester, "", false);
  }

  /**
   * @param stream whose answers are shared
   * @param cached whether answers are kept, whatever the manifest says: as for the parents of
   *     streams
   */
  public Requester read(Component requester, String stream, boolean cached) {
    if (!requester.type().equals("HttpRequester")) {
      throw requester.unknown();
    }
    requester.refuse("fetch_properties_from_endpoint");
    Composer composer = Composer.read(requester);
    Authenticator authenticator =
        requester
            .component("authenticator")
            .map(found -> authenticators.read(found, () -> composer.url().base(runtime.scope())))
            .orElseGet(authenticators::none);
    ErrorHandler errors =
        requester
            .component("error_handler")
            .map(ErrorHandlers::read)
            .orElseGet(ErrorHandlers::usual);
    Transport heard = runtime.tracer().before(transport, requester.path());
    return new HttpRequester(
        composer,
        authenticator,
        errors,
        cached || requester.flag("use_cache", false) ? cache.before(heard, stream) : heard,
        new Waiting(runtime.cancellation()),
        runtime.tracer(),
        requester.path(),
        runtime.scope());
  }
}
