package org.airbytejdbc.declarative.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WireTest {
  /** As Python's requests 2 was seen to send them. */
  @ParameterizedTest
  @CsvSource({
    "301, GET, GET, false",
    "301, HEAD, HEAD, false",
    "301, POST, GET, false",
    "301, PUT, PUT, false",
    "301, DELETE, DELETE, false",
    "302, HEAD, HEAD, false",
    "302, POST, GET, false",
    "302, PUT, GET, false",
    "303, HEAD, HEAD, false",
    "303, POST, GET, false",
    "303, DELETE, GET, false",
    "307, POST, POST, true",
    "307, PUT, PUT, true",
    "308, POST, POST, true",
    "308, DELETE, DELETE, true"
  })
  void aRedirectChangesMethodAndBodyByItsStatus(
      int status, String method, String redirected, boolean keepsBody) {
    Wire wire =
        Wire.of(
            new Request(
                method,
                "http://shop.example/",
                Map.of(),
                Map.of(),
                new Request.Body.Json(Map.of("a", 1L))));

    Wire next = wire.redirected(status, URI.create("http://shop.example/there"));

    assertThat(next.method()).isEqualTo(redirected);
    assertThat(next.body().length > 0).isEqualTo(keepsBody);
  }
}
