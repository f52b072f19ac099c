package org.airbytejdbc.declarative.request;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.airbytejdbc.connector.Cancellation;
import org.airbytejdbc.declarative.Runtime;
import org.airbytejdbc.declarative.http.Connections;
import org.airbytejdbc.declarative.http.HttpTransport;
import org.airbytejdbc.declarative.http.LocalApi;
import org.airbytejdbc.declarative.http.NetworkPolicy;
import org.airbytejdbc.declarative.http.Requester.Injected;
import org.airbytejdbc.declarative.http.Requester.Outcome;
import org.airbytejdbc.declarative.http.TransportLimits;
import org.airbytejdbc.declarative.manifest.Yaml;
import org.jspecify.annotations.Nullable;

/** A requester of a manifest, and a real API on this machine for it. */
public final class ManifestApi implements AutoCloseable {
  private static final TransportLimits LIMITS =
      new TransportLimits(Duration.ofSeconds(10), Duration.ofSeconds(30), 1 << 20, 5);

  private final LocalApi api;
  private final Runtime runtime;
  private final Requesters requesters;
  private final List<Map<String, @Nullable Object>> configs = new ArrayList<>();

  /** An API that a manifest talks to with this config, on 15 January 2026. */
  public ManifestApi(Map<String, @Nullable Object> config, LocalApi.Behaviour behaviour) {
    this.api = new LocalApi(behaviour);
    var cancellation = Cancellation.none();
    var transport =
        new HttpTransport(new Connections(LIMITS), NetworkPolicy.trusted(), cancellation);
    var clock = Clock.fixed(Instant.parse("2026-01-15T00:00:00Z"), ZoneOffset.UTC);
    this.runtime = new Runtime(config, clock, transport, cancellation);
    this.requesters = new Requesters(runtime, transport, configs::add);
  }

  /** Sends the request of a manifest; {@code API} stands for the API's URL. */
  public Outcome send(String requester) {
    return send(requester, Injected.none());
  }

  public Outcome send(String requester, Injected injected) {
    return requesters
        .read(Yaml.component(requester.replace("API", api.url()), "requester"))
        .send(injected, runtime.scope());
  }

  public List<LocalApi.Asked> asked() {
    return api.asked();
  }

  /** The configs that were told to have changed. */
  public List<Map<String, @Nullable Object>> configs() {
    return configs;
  }

  @Override
  public void close() {
    runtime.transport().close();
    api.close();
  }
}
