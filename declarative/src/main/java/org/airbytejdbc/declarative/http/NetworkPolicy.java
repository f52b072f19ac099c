package org.airbytejdbc.declarative.http;

import java.net.InetAddress;
import java.net.URI;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.airbytejdbc.declarative.DeclarativeException;
import org.airbytejdbc.declarative.DeclarativeException.Failure;
import org.jspecify.annotations.Nullable;

/**
 * Where a manifest, which may be anybody's, can send requests: over HTTP and HTTPS, to public
 * addresses, and to private ones only if the user named the host or trusts the manifest. Addresses
 * of the link and of cloud metadata are never reached. Immutable.
 */
public final class NetworkPolicy {
  private static final Set<String> SCHEMES = Set.of("http", "https");

  /** What may be a host in a config: of a URL, or alone, with or without a port. */
  private static final Pattern HOST =
      Pattern.compile(
          "(?:https?://(?:[^/?#@\\s]*@)?)?(\\[[0-9a-fA-F:.]+]|[\\w.-]+)(?::\\d+)?(?:[/?#].*)?");

  private final boolean trusted;
  private final Set<String> hosts;

  private NetworkPolicy(boolean trusted, Set<String> hosts) {
    this.trusted = trusted;
    this.hosts = Set.copyOf(hosts);
  }

  /** Private networks are reached for the hosts that the config names, at whatever place. */
  public static NetworkPolicy forConfig(Map<String, ? extends @Nullable Object> config) {
    Set<String> hosts = new HashSet<>();
    collect(config, hosts);
    return new NetworkPolicy(false, hosts);
  }

  /** The user wrote the manifest or vouches for it: private networks are reached. */
  public static NetworkPolicy trusted() {
    return new NetworkPolicy(true, Set.of());
  }

  private static void collect(@Nullable Object value, Set<String> hosts) {
    if (value instanceof String text) {
      Matcher host = HOST.matcher(text.strip());
      if (host.matches()) {
        hosts.add(host.group(1).toLowerCase(Locale.ROOT));
      }
    } else if (value instanceof Map<?, ?> object) {
      object.values().forEach(item -> collect(item, hosts));
    } else if (value instanceof Collection<?> list) {
      list.forEach(item -> collect(item, hosts));
    }
  }

  /** Throws a config error if the URL is of no scheme that a manifest may use. */
  void checkScheme(URI url) {
    if (url.getScheme() == null || !SCHEMES.contains(url.getScheme().toLowerCase(Locale.ROOT))) {
      throw refused("only http and https are allowed, not " + url.getScheme());
    }
    if (url.getHost() == null) {
      throw refused("the URL names no host");
    }
  }

  /** Throws a config error if the host may not be reached at this address. */
  void checkAddress(String host, InetAddress address) {
    switch (AddressKind.of(address)) {
      case PUBLIC -> {}
      case FORBIDDEN -> throw refused(host + " is an address of the link or of cloud metadata");
      case PRIVATE -> {
        if (!trusted && !hosts.contains(host.toLowerCase(Locale.ROOT))) {
          throw refused(
              host
                  + " is in a private network, and the config does not name that host:"
                  + " let the URL come from a field of the config");
        }
      }
    }
  }

  private static DeclarativeException refused(String why) {
    return new DeclarativeException(
        Failure.CONFIG_ERROR, "The manifest's request was refused: " + why);
  }
}
