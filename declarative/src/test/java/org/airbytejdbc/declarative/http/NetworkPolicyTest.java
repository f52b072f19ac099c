package org.airbytejdbc.declarative.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.airbytejdbc.connector.Cancellation;
import org.airbytejdbc.declarative.DeclarativeException;
import org.airbytejdbc.declarative.http.LocalApi.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A manifest may be anybody's: where it may reach. */
class NetworkPolicyTest {
  private static final TransportLimits LIMITS =
      new TransportLimits(Duration.ofSeconds(2), Duration.ofSeconds(5), 1 << 20, 3);

  @ParameterizedTest
  @CsvSource({
    "8.8.8.8, PUBLIC",
    "93.184.216.34, PUBLIC",
    "2606:4700::1111, PUBLIC",
    "64:ff9b::808:808, PUBLIC",
    "127.0.0.1, PRIVATE",
    "127.8.8.8, PRIVATE",
    "0.0.0.0, PRIVATE",
    "10.1.2.3, PRIVATE",
    "172.31.255.255, PRIVATE",
    "172.32.0.1, PUBLIC",
    "192.168.1.1, PRIVATE",
    "100.64.0.1, PRIVATE",
    "198.19.0.1, PRIVATE",
    "::1, PRIVATE",
    "::, PRIVATE",
    "fd12::1, PRIVATE",
    "::ffff:127.0.0.1, PRIVATE",
    "64:ff9b::7f00:1, PRIVATE",
    "2002:7f00:1::, PRIVATE",
    "169.254.169.254, FORBIDDEN",
    "169.254.1.1, FORBIDDEN",
    "fe80::1, FORBIDDEN",
    "::ffff:169.254.169.254, FORBIDDEN",
    "64:ff9b::a9fe:a9fe, FORBIDDEN",
    "fd00:ec2::254, FORBIDDEN",
    "100.100.100.200, FORBIDDEN",
    "168.63.129.16, FORBIDDEN",
    "224.0.0.1, FORBIDDEN",
    "255.255.255.255, FORBIDDEN"
  })
  void anAddressIsOfOneKind(String address, AddressKind kind) throws UnknownHostException {
    assertThat(AddressKind.of(InetAddress.getByName(address))).isEqualTo(kind);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://169.254.169.254/latest/meta-data/",
        "http://[fd00:ec2::254]/",
        "http://[::ffff:a9fe:a9fe]/",
        "http://2852039166/",
        "file:///etc/passwd",
        "ftp://example.com/",
        "jar:file:///a.jar!/b"
      })
  void whatNobodyMayReachIsRefusedEvenToTheTrusted(String url) {
    try (var transport = transport(NetworkPolicy.trusted())) {
      assertThatThrownBy(() -> transport.send(get(url))).isInstanceOf(DeclarativeException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://127.0.0.1:1/", "http://localhost:1/", "http://10.0.0.1/", "http://0/"})
  void privateNetworksAreRefusedUnlessTheConfigNamesTheHost(String url) {
    try (var transport = transport(NetworkPolicy.forConfig(Map.of("url", "https://example.com")))) {
      assertThatThrownBy(() -> transport.send(get(url)))
          .isInstanceOf(DeclarativeException.class)
          .hasMessageContaining("private network");
    }
  }

  @Test
  void aHostThatTheConfigNamesAnywhereIsReached() {
    try (var api = new LocalApi(asked -> Answer.json("{}"));
        var transport =
            transport(
                NetworkPolicy.forConfig(
                    Map.of("servers", List.of(Map.of("url", api.url() + "/v1")))))) {
      assertThat(transport.send(get(api.url())).status()).isEqualTo(200);
    }
  }

  @Test
  void aRedirectIsCheckedAgain() {
    try (var api =
            new LocalApi(
                asked -> Answer.redirect(302, "http://localhost:" + asked.url().substring(1)));
        var transport = transport(NetworkPolicy.forConfig(Map.of("host", "127.0.0.1")))) {
      assertThatThrownBy(() -> transport.send(get(api.url() + "/1234")))
          .isInstanceOf(DeclarativeException.class)
          .hasMessageContaining("localhost is in a private network");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://169.254.169.254/", "file:///etc/passwd"})
  void aRedirectToWhatNobodyMayReachIsRefused(String to) {
    try (var api = new LocalApi(asked -> Answer.redirect(307, to));
        var transport = transport(NetworkPolicy.trusted())) {
      assertThatThrownBy(() -> transport.send(get(api.url())))
          .isInstanceOf(DeclarativeException.class)
          .hasMessageContaining("refused");
    }
  }

  private static HttpTransport transport(NetworkPolicy policy) {
    return new HttpTransport(new Connections(LIMITS), policy, Cancellation.none());
  }

  private static Request get(String url) {
    return new Request("GET", url, Map.of(), Map.of(), new Request.Body.None());
  }
}
