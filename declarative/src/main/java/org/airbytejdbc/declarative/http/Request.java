package org.airbytejdbc.declarative.http;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request before it is encoded. A value among the parameters or a form's may be a list, which
 * repeats the name; null leaves it out.
 *
 * @param url absolute, with the query that the manifest wrote into it, if any
 */
public record Request(
    String method,
    String url,
    Map<String, String> headers,
    Map<String, @Nullable Object> parameters,
    Body body) {
  public Request {
    requireNonNull(method, "method");
    requireNonNull(url, "url");
    requireNonNull(body, "body");
    headers = new LinkedHashMap<>(headers);
    parameters = new LinkedHashMap<>(parameters);
  }

  /** What is sent along. */
  public sealed interface Body {
    record None() implements Body {}

    record Json(@Nullable Object value) implements Body {}

    record Form(Map<String, @Nullable Object> fields) implements Body {}

    record Text(String text) implements Body {}
  }
}
