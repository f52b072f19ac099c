package org.airbytejdbc.declarative.http;

import static java.util.Objects.requireNonNull;

import java.net.http.HttpClient;
import org.airbytejdbc.connector.net.EnvironmentProxies;

/**
 * The connections to APIs by the JDK's client, which keeps them and speaks HTTP/2. The runs of a
 * connector share them: the client has no way to close those that one run would leave open, and the
 * next need not connect again. They end when nobody refers to them any more. Thread-safe.
 */
public final class Connections {
  private final EnvironmentProxies proxies = EnvironmentProxies.ofUser();
  private final Lazy<HttpClient> client = new Lazy<>(this::start);
  private final TransportLimits limits;

  public Connections(TransportLimits limits) {
    this.limits = requireNonNull(limits, "limits");
  }

  TransportLimits limits() {
    return limits;
  }

  EnvironmentProxies proxies() {
    return proxies;
  }

  /** Its start reads all certificates, which a catalog that asks for nothing need not wait for. */
  HttpClient client() {
    return client.get();
  }

  private HttpClient start() {
    return HttpClient.newBuilder()
        .connectTimeout(limits.connect())
        .followRedirects(HttpClient.Redirect.NEVER)
        .proxy(proxies)
        .build();
  }
}
