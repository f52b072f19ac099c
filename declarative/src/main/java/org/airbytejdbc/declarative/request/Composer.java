package org.airbytejdbc.declarative.request;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.airbytejdbc.declarative.DeclarativeException;
import org.airbytejdbc.declarative.DeclarativeException.Failure;
import org.airbytejdbc.declarative.expression.Scope;
import org.airbytejdbc.declarative.failure.Seconds;
import org.airbytejdbc.declarative.http.PythonText;
import org.airbytejdbc.declarative.http.Request;
import org.airbytejdbc.declarative.http.Requester.Injected;
import org.airbytejdbc.declarative.manifest.Component;
import org.jspecify.annotations.Nullable;

/** Composes requests of what a requester, its authenticator and others say. Immutable. */
record Composer(
    String method,
    UrlTemplate url,
    RequestInput parameters,
    RequestInput headers,
    RequestInput bodyData,
    RequestInput bodyJson,
    Optional<Duration> silence) {
  private static final Set<String> WITH_BODY = Set.of("GET", "POST", "PUT", "PATCH");

  static Composer read(Component requester) {
    Body body = Body.read(requester);
    return new Composer(
        requester.text("http_method").orElse("GET").toUpperCase(Locale.ROOT),
        UrlTemplate.read(requester),
        RequestInput.flat(requester, "request_parameters"),
        RequestInput.flat(requester, "request_headers", Set.of()),
        body.data(),
        body.json(),
        requester
            .value("read_timeout_in_seconds")
            .map(seconds -> Seconds.duration(((Number) seconds).doubleValue())));
  }

  /** Where the manifest says what the body is, old and new. */
  private record Body(RequestInput data, RequestInput json) {
    static Body read(Component requester) {
      if (!requester.has("request_body")) {
        return new Body(
            RequestInput.flat(requester, "request_body_data"),
            RequestInput.nested(requester, "request_body_json"));
      }
      Component body = requester.required("request_body");
      RequestInput none = scope -> Map.of();
      return switch (body.type()) {
        case "RequestBodyPlainText", "RequestBodyUrlEncodedForm" ->
            new Body(RequestInput.flat(body, "value"), none);
        case "RequestBodyJsonObject", "RequestBodyGraphQL" ->
            new Body(none, RequestInput.nested(body, "value"));
        default -> throw body.unknown();
      };
    }
  }

  Request compose(Injected credentials, Injected injected, Scope scope) {
    Map<String, String> sent = new LinkedHashMap<>();
    all("headers", headers.render(scope), credentials.headers(), injected.headers())
        .forEach((name, value) -> sent.put(name, PythonText.of(value)));
    Map<String, @Nullable Object> query =
        all(
            "parameters",
            parameters.render(scope),
            credentials.parameters(),
            injected.parameters());
    for (var parameter : query.entrySet()) {
      if (parameter.getValue() instanceof Map) {
        throw new DeclarativeException(
            Failure.SYSTEM_ERROR,
            "The parameter " + parameter.getKey() + " of a request is an object");
      }
    }
    return new Request(
        method,
        url.render(injected.path(), scope),
        sent,
        query,
        body(credentials, injected, scope),
        silence);
  }

  private Request.Body body(Injected credentials, Injected injected, Scope scope) {
    if (!WITH_BODY.contains(method)) {
      return new Request.Body.None();
    }
    Object json = bodyJson.render(scope);
    if (json instanceof Map<?, ?> own) {
      json =
          Combined.merged(
              "body",
              Combined.merged("body", Combined.cast(own), credentials.bodyJson()),
              injected.bodyJson());
    } else if ("".equals(json)) {
      json = Combined.merged("body", credentials.bodyJson(), injected.bodyJson());
    }
    Object data = bodyData.render(scope);
    boolean text = data instanceof String whole && !whole.isEmpty();
    if (!text) {
      data = all("body", data, credentials.bodyData(), injected.bodyData());
    }
    boolean hasJson = !Map.of().equals(json);
    boolean hasData = !Map.of().equals(data);
    if (hasJson && hasData) {
      throw new DeclarativeException(
          Failure.SYSTEM_ERROR, "The manifest gives a request two bodies, JSON and another");
    }
    if (hasJson) {
      return new Request.Body.Json(json);
    }
    if (!hasData) {
      return new Request.Body.None();
    }
    return text
        ? new Request.Body.Text((String) data)
        : new Request.Body.Form(Combined.cast((Map<?, ?>) data));
  }

  private static Map<String, @Nullable Object> all(
      String part,
      Object own,
      Map<String, @Nullable Object> credentials,
      Map<String, @Nullable Object> injected) {
    Map<String, @Nullable Object> rendered =
        own instanceof Map<?, ?> map ? Combined.cast(map) : Map.of();
    return Combined.distinct(part, Combined.distinct(part, rendered, credentials), injected);
  }
}
