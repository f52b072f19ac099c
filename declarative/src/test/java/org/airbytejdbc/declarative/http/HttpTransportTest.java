package org.airbytejdbc.declarative.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.airbytejdbc.connector.Cancellation;
import org.airbytejdbc.connector.ConnectorException;
import org.airbytejdbc.declarative.DeclarativeException;
import org.airbytejdbc.declarative.http.LocalApi.Answer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HttpTransportTest {
  private static final TransportLimits LIMITS =
      new TransportLimits(Duration.ofSeconds(10), Duration.ofSeconds(60), 1 << 20, 3);

  @Test
  void whatIsSentIsWhatPythonsRequestsWouldSend() {
    try (var api = new LocalApi(asked -> Answer.json("{\"n\": [1, 1.5, 12345678901234567890]}"));
        var transport = trusted()) {
      Response response =
          transport.send(
              request(
                  "POST",
                  api.url() + "/v1/ä b?x=1&q=a|b",
                  parameters(
                      "x",
                      1L,
                      "ids[]",
                      List.of(1L, 2L),
                      "since",
                      "2024-01-01T00:00:00+00:00",
                      "none",
                      null,
                      "on",
                      true),
                  new Request.Body.Form(parameters("a", "b c", "d", List.of("e", "f")))));
      assertThat(response.json())
          .isEqualTo(Map.of("n", List.of(1L, 1.5, new BigInteger("12345678901234567890"))));
      LocalApi.Asked asked = api.asked().get(0);
      assertThat(asked.url())
          .isEqualTo(
              "/v1/%C3%A4%20b?x=1&q=a%7Cb&ids%5B%5D=1&ids%5B%5D=2&since=2024-01-01T00%3A00%3A00%2B00%3A00&on=True");
      assertThat(asked.body()).isEqualTo("a=b+c&d=e&d=f");
      assertThat(asked.headers())
          .containsEntry("Content-Type", "application/x-www-form-urlencoded")
          .containsEntry("Accept", "*/*");
    }
  }

  @Test
  void aGetMaySendJson() {
    try (var api = new LocalApi(asked -> Answer.json("{}"));
        var transport = trusted()) {
      transport.send(request("GET", api.url(), Map.of(), new Request.Body.Json(Map.of("a", 1L))));
      assertThat(api.asked().get(0).body()).isEqualTo("{\"a\":1}");
      assertThat(api.asked().get(0).url()).isEqualTo("/");
    }
  }

  @Test
  void aCompressedResponseIsReadDecompressed() {
    byte[] body = LocalApi.gzip("{\"a\": 1}".getBytes(StandardCharsets.UTF_8));
    try (var api =
            new LocalApi(asked -> new Answer(200, Map.of("Content-Encoding", "gzip"), body));
        var transport = trusted()) {
      assertThat(transport.send(get(api.url())).json()).isEqualTo(Map.of("a", 1L));
    }
  }

  @Test
  void aResponseThatDecompressesIntoTooMuchIsRefused() {
    byte[] bomb = LocalApi.gzip(new byte[64 << 20]);
    try (var api =
            new LocalApi(asked -> new Answer(200, Map.of("Content-Encoding", "gzip"), bomb));
        var transport = trusted()) {
      assertThatThrownBy(() -> transport.send(get(api.url())))
          .isInstanceOf(DeclarativeException.class)
          .hasMessageContaining("larger than 1048576 bytes");
    }
  }

  @Test
  void aResponseThatIsTooLargeIsRefused() {
    try (var api = new LocalApi(asked -> new Answer(200, Map.of(), new byte[2 << 20]));
        var transport = trusted()) {
      assertThatThrownBy(() -> transport.send(get(api.url())))
          .isInstanceOf(DeclarativeException.class)
          .hasMessageContaining("larger than 1048576 bytes");
    }
  }

  @Test
  void aRedirectIsFollowedAndTellsAnotherServerNoSecrets() {
    try (var other = new LocalApi(asked -> Answer.json("{}"));
        var api = new LocalApi(asked -> Answer.redirect(302, other.url() + "/there"));
        var transport = trusted()) {
      Request request =
          new Request(
              "POST",
              api.url(),
              Map.of("Authorization", "Bearer secret", "X-Api-Key", "secret", "Accept", "a/b"),
              Map.of(),
              new Request.Body.Json(Map.of("a", 1L)));
      assertThat(transport.send(request).url()).hasToString(other.url() + "/there");
      LocalApi.Asked asked = other.asked().get(0);
      assertThat(asked.method()).isEqualTo("GET");
      assertThat(asked.body()).isEmpty();
      assertThat(asked.headers())
          .doesNotContainKeys("Authorization", "X-Api-Key", "Content-Type")
          .containsEntry("Accept", "a/b");
    }
  }

  @Test
  void aRedirectToTheSameServerKeepsHeadersAndWith307TheBodyToo() {
    try (var api =
            new LocalApi(
                asked ->
                    asked.url().equals("/") ? Answer.redirect(307, "/there") : Answer.json("{}"));
        var transport = trusted()) {
      transport.send(
          new Request(
              "POST",
              api.url(),
              Map.of("Authorization", "Bearer secret"),
              Map.of(),
              new Request.Body.Text("text")));
      LocalApi.Asked asked = api.asked().get(1);
      assertThat(asked.method()).isEqualTo("POST");
      assertThat(asked.body()).isEqualTo("text");
      assertThat(asked.headers()).containsEntry("Authorization", "Bearer secret");
    }
  }

  @Test
  void redirectsEnd() {
    try (var api = new LocalApi(asked -> Answer.redirect(302, "/again"));
        var transport = trusted()) {
      assertThatThrownBy(() -> transport.send(get(api.url())))
          .isInstanceOf(DeclarativeException.class)
          .hasMessageContaining("redirected more than 3 times");
      assertThat(api.asked()).hasSize(4);
    }
  }

  @Test
  void aServerThatIsSilentForTooLongIsLeft() {
    try (var api = new LocalApi(HttpTransportTest::sleep);
        var transport =
            new HttpTransport(
                new Connections(
                    new TransportLimits(Duration.ofSeconds(10), Duration.ofMillis(100), 100, 0)),
                NetworkPolicy.trusted(),
                Cancellation.none())) {
      assertThatThrownBy(() -> transport.send(get(api.url())))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining("nothing came");
    }
  }

  @Test
  void cancellingEndsWhatIsBeingSent() {
    Cancellation cancellation = Cancellation.none();
    try (var api =
            new LocalApi(
                asked -> {
                  cancellation.cancel(Cancellation.Cause.CANCELLED);
                  return sleep(asked);
                });
        var transport =
            new HttpTransport(new Connections(LIMITS), NetworkPolicy.trusted(), cancellation)) {
      assertThatThrownBy(() -> transport.send(get(api.url())))
          .isInstanceOfSatisfying(
              ConnectorException.class,
              e -> assertThat(e.kind()).isEqualTo(ConnectorException.Kind.CANCELLED));
    }
  }

  @Test
  void aHeaderThatCannotBeSentIsNamedWithoutItsValue() {
    try (var transport = trusted()) {
      Request request =
          new Request(
              "GET",
              "http://127.0.0.1:1/",
              Map.of("Authorization", "Bearer sec\nret"),
              Map.of(),
              new Request.Body.None());
      assertThatThrownBy(() -> transport.send(request))
          .isInstanceOf(DeclarativeException.class)
          .hasMessageContaining("Authorization")
          .hasMessageNotContaining("sec");
    }
  }

  private static Answer sleep(LocalApi.Asked asked) {
    try {
      Thread.sleep(20_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Answer.json("{}");
  }

  private static HttpTransport trusted() {
    return new HttpTransport(new Connections(LIMITS), NetworkPolicy.trusted(), Cancellation.none());
  }

  private static Request get(String url) {
    return request("GET", url, Map.of(), new Request.Body.None());
  }

  private static Request request(
      String method, String url, Map<String, @Nullable Object> parameters, Request.Body body) {
    return new Request(method, url, Map.of(), parameters, body);
  }

  private static Map<String, @Nullable Object> parameters(@Nullable Object... pairs) {
    Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      parameters.put(String.valueOf(pairs[i]), pairs[i + 1]);
    }
    return parameters;
  }
}
