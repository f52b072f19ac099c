package org.airbytejdbc.declarative.http;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request before it is encoded. A value among the parameters or a form's may be a list, which
 * repeats the name; null leaves it out.
 *
 * @param url absolute, with the query that the manifest wrote into it, if any
 * @param silence how long the API may say nothing, if not as long as the transport allows
 */
public record Request(
    String method,
    String url,
    Map<String, String> headers,
    Map<String, @Nullable Object> parameters,
    Body body,
    Optional<Duration> silence) {
  public Request(
      String method,
      String url,
      Map<String, String> headers,
      Map<String, @Nullable Object> parameters,
      Body body) {
    this(method, url, headers, parameters, body, Optional.empty());
  }

  public Request {
    requireNonNull(method, "method");
    requireNonNull(url, "url");
    requireNonNull(body, "body");
    requireNonNull(silence, "silence");
    headers = new LinkedHashMap<>(headers);
    parameters = new LinkedHashMap<>(parameters);
  }

  /** What is sent along. */
  public sealed interface Body {
    /** The {@code Content-Type} that goes with it, unless a header says another. */
    Optional<String> contentType();

    /** As it is sent. */
    byte[] bytes();

    record None() implements Body {
      @Override
      public Optional<String> contentType() {
        return Optional.empty();
      }

      @Override
      public byte[] bytes() {
        return new byte[0];
      }
    }

    record Json(@Nullable Object value) implements Body {
      @Override
      public Optional<String> contentType() {
        return Optional.of("application/json");
      }

      @Override
      public byte[] bytes() {
        return org.airbytejdbc.declarative.json.Json.bytes(value);
      }
    }

    record Form(Map<String, @Nullable Object> fields) implements Body {
      @Override
      public Optional<String> contentType() {
        return Optional.of("application/x-www-form-urlencoded");
      }

      @Override
      public byte[] bytes() {
        return UrlEncoding.form(fields).getBytes(StandardCharsets.UTF_8);
      }
    }

    record Text(String text) implements Body {
      @Override
      public Optional<String> contentType() {
        return Optional.empty();
      }

      @Override
      public byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
      }
    }
  }

  /** The method and the host: all else may hold secrets. */
  @Override
  public String toString() {
    return method + " " + RequestUrl.of(this).getHost();
  }
}
