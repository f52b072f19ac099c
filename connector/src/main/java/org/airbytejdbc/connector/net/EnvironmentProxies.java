package org.airbytejdbc.connector.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The proxies that {@code HTTPS_PROXY}, {@code HTTP_PROXY} and {@code NO_PROXY} name, as curl and
 * pip understand them; where they name none, those of the JVM.
 */
public final class EnvironmentProxies extends ProxySelector {
  /**
   * The system property that lists what Java shows no proxy on the way to an https address; Basic,
   * by itself. It is read once.
   */
  public static final String WITHHELD = "jdk.http.auth.tunneling.disabledSchemes";

  private static final int DEFAULT_PORT = 80;

  private final Map<String, String> environment;
  private final ProxySelector others;

  EnvironmentProxies(Map<String, String> environment, ProxySelector others) {
    this.environment = Map.copyOf(environment);
    this.others = others;
  }

  /** Those of this process. */
  public static EnvironmentProxies ofUser() {
    return new EnvironmentProxies(System.getenv(), ProxySelector.getDefault());
  }

  @Override
  public List<Proxy> select(URI address) {
    Optional<Proxy> proxy = named(address).flatMap(EnvironmentProxies::proxy);
    if (proxy.isEmpty()) {
      return others.select(address);
    }
    return isExcepted(address.getHost()) ? List.of(Proxy.NO_PROXY) : List.of(proxy.get());
  }

  /**
   * The request with the user and password of its proxy, if they are in the proxy's address. The
   * JDK's client shows them to proxies alone; for https it does so only where {@link #WITHHELD}
   * does not hold them back.
   */
  public HttpRequest authorized(HttpRequest request) {
    return named(request.uri())
        .filter(proxy -> !isExcepted(request.uri().getHost()))
        .flatMap(EnvironmentProxies::login)
        .map(
            login ->
                HttpRequest.newBuilder(request, (name, value) -> true)
                    .header("Proxy-Authorization", login)
                    .build())
        .orElse(request);
  }

  @Override
  public void connectFailed(URI address, SocketAddress proxy, IOException why) {}

  private boolean isExcepted(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    return variable("no_proxy").stream()
        .flatMap(list -> Arrays.stream(list.split(",")))
        .map(entry -> entry.strip().toLowerCase(Locale.ROOT).replaceFirst("^\\*?\\.", ""))
        .filter(entry -> !entry.isEmpty())
        .anyMatch(entry -> entry.equals("*") || name.equals(entry) || name.endsWith("." + entry));
  }

  private Optional<URI> named(URI address) {
    return variable(address.getScheme().toLowerCase(Locale.ROOT) + "_proxy")
        .or(() -> variable("all_proxy"))
        .flatMap(EnvironmentProxies::uri);
  }

  private static Optional<URI> uri(String text) {
    try {
      return Optional.of(URI.create(text.contains("://") ? text : "http://" + text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<Proxy> proxy(URI uri) {
    int port = uri.getPort() == -1 ? DEFAULT_PORT : uri.getPort();
    return Optional.ofNullable(uri.getHost())
        .map(host -> new Proxy(Proxy.Type.HTTP, new InetSocketAddress(host, port)));
  }

  private static Optional<String> login(URI uri) {
    return Optional.ofNullable(uri.getUserInfo())
        .map(login -> login.getBytes(StandardCharsets.UTF_8))
        .map(login -> "Basic " + Base64.getEncoder().encodeToString(login));
  }

  /** Lower case goes first, as curl has it. */
  private Optional<String> variable(String name) {
    return Stream.of(name, name.toUpperCase(Locale.ROOT))
        .flatMap(key -> Optional.ofNullable(environment.get(key)).stream())
        .filter(value -> !value.isBlank())
        .findFirst();
  }
}
