package org.airbytejdbc.connector.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The proxies that {@code HTTPS_PROXY}, {@code HTTP_PROXY} and {@code NO_PROXY} name, as curl and
 * pip understand them; where they name none, those of the JVM. User and password of a proxy are not
 * read: the JVM takes them from its Authenticator.
 */
public final class EnvironmentProxies extends ProxySelector {
  private static final int DEFAULT_PORT = 80;

  private final Map<String, String> environment;
  private final ProxySelector others;

  EnvironmentProxies(Map<String, String> environment, ProxySelector others) {
    this.environment = Map.copyOf(environment);
    this.others = others;
  }

  /** Those of this process. */
  public static ProxySelector ofUser() {
    return new EnvironmentProxies(System.getenv(), ProxySelector.getDefault());
  }

  @Override
  public List<Proxy> select(URI address) {
    Optional<Proxy> proxy =
        variable(address.getScheme().toLowerCase(Locale.ROOT) + "_proxy")
            .or(() -> variable("all_proxy"))
            .flatMap(EnvironmentProxies::proxy);
    if (proxy.isEmpty()) {
      return others.select(address);
    }
    return isExcepted(address.getHost()) ? List.of(Proxy.NO_PROXY) : List.of(proxy.get());
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

  private static Optional<Proxy> proxy(String text) {
    try {
      URI uri = URI.create(text.contains("://") ? text : "http://" + text);
      int port = uri.getPort() == -1 ? DEFAULT_PORT : uri.getPort();
      return Optional.ofNullable(uri.getHost())
          .map(host -> new Proxy(Proxy.Type.HTTP, new InetSocketAddress(host, port)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Lower case goes first, as curl has it. */
  private Optional<String> variable(String name) {
    return Stream.of(name, name.toUpperCase(Locale.ROOT))
        .flatMap(key -> Optional.ofNullable(environment.get(key)).stream())
        .filter(value -> !value.isBlank())
        .findFirst();
  }
}
