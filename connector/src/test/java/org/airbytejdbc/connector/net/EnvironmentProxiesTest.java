package org.airbytejdbc.connector.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EnvironmentProxiesTest {
  private static final URI ADDRESS = URI.create("https://api.example.com/v1");

  @Test
  void takesTheProxyOfTheAddressesScheme() {
    Map<String, String> both = Map.of("HTTPS_PROXY", "http://proxy:3128", "HTTP_PROXY", "other:1");

    assertThat(select(both, ADDRESS)).containsExactly("proxy:3128");
    assertThat(select(both, URI.create("http://api.example.com"))).containsExactly("other:1");
    assertThat(select(Map.of("https_proxy", "me:secret@proxy:8"), ADDRESS))
        .containsExactly("proxy:8");
    assertThat(select(Map.of("ALL_PROXY", "http://proxy"), ADDRESS)).containsExactly("proxy:80");
  }

  @Test
  void leavesOutTheHostsThatAreExcepted() {
    for (String excepted : List.of("*", "example.com", ".example.com", "x, api.example.com")) {
      Map<String, String> variables = Map.of("HTTPS_PROXY", "proxy:1", "NO_PROXY", excepted);
      assertThat(select(variables, ADDRESS)).as(excepted).containsExactly("direct");
    }
    assertThat(select(Map.of("HTTPS_PROXY", "proxy:1", "NO_PROXY", "ample.com"), ADDRESS))
        .containsExactly("proxy:1");
  }

  @Test
  void withoutVariablesTheJvmsOwnHold() {
    assertThat(select(Map.of(), ADDRESS)).containsExactly("jvm:9");
    assertThat(select(Map.of("HTTPS_PROXY", " "), ADDRESS)).containsExactly("jvm:9");
  }

  @Test
  void showsAProxyTheUserAndPasswordOfItsAddress() {
    assertThat(authorization("http://me:se%40cret@proxy:8")).contains("Basic bWU6c2VAY3JldA==");
    assertThat(authorization("http://proxy:8")).isEmpty();
    assertThat(authorization("not a proxy")).isEmpty();
  }

  private static Optional<String> authorization(String proxy) {
    ProxySelector jvm = ProxySelector.of(InetSocketAddress.createUnresolved("jvm", 9));
    return new EnvironmentProxies(Map.of("HTTPS_PROXY", proxy), jvm)
        .authorized(HttpRequest.newBuilder(ADDRESS).build())
        .headers()
        .firstValue("Proxy-Authorization");
  }

  private static List<String> select(Map<String, String> environment, URI address) {
    ProxySelector jvm = ProxySelector.of(InetSocketAddress.createUnresolved("jvm", 9));
    return new EnvironmentProxies(environment, jvm)
        .select(address).stream().map(EnvironmentProxiesTest::text).toList();
  }

  private static String text(Proxy proxy) {
    return proxy.address() instanceof InetSocketAddress address
        ? address.getHostString() + ":" + address.getPort()
        : "direct";
  }
}
