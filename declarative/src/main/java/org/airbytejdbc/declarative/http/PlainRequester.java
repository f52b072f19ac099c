package org.airbytejdbc.declarative.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.airbytejdbc.declarative.DeclarativeException;
import org.airbytejdbc.declarative.DeclarativeException.Failure;
import org.airbytejdbc.declarative.Runtime;
import org.airbytejdbc.declarative.expression.Scope;
import org.airbytejdbc.declarative.manifest.Component;
import org.airbytejdbc.declarative.manifest.Expression;
import org.jspecify.annotations.Nullable;

/**
 * Sends each request once, with credentials that never change, and takes no error for an answer.
 */
record PlainRequester(
    Runtime runtime,
    String method,
    Expression base,
    Optional<Expression> path,
    Component.Nested parameters,
    Component.Nested headers,
    Component.Nested json,
    Optional<Component> authenticator)
    implements Requester {
  private static final int FIRST_FAILURE = 400;

  static PlainRequester read(Component requester, Runtime runtime) {
    return new PlainRequester(
        runtime,
        requester.text("http_method").orElse("GET"),
        requester
            .expression("url_base")
            .or(() -> requester.expression("url"))
            .orElseThrow(() -> requester.missing("url")),
        requester.expression("path"),
        requester.nested("request_parameters"),
        requester.nested("request_headers"),
        requester.nested("request_body_json"),
        requester.component("authenticator"));
  }

  @Override
  public Outcome send(Injected injected, Scope scope) {
    Injected own =
        new Injected(
            members(parameters, scope),
            members(headers, scope),
            Map.of(),
            members(json, scope),
            "");
    Injected all = own.and(credentials(scope)).and(injected);
    Map<String, String> texts = new LinkedHashMap<>();
    all.headers().forEach((name, value) -> texts.put(name, PythonText.of(value)));
    Request.Body body =
        all.bodyJson().isEmpty() ? new Request.Body.None() : new Request.Body.Json(all.bodyJson());
    Response response =
        runtime
            .transport()
            .send(new Request(method, url(all.path(), scope), texts, all.parameters(), body));
    if (response.status() >= FIRST_FAILURE) {
      throw new DeclarativeException(
          Failure.SYSTEM_ERROR, "The API answered with HTTP " + response);
    }
    return new Outcome.Success(response);
  }

  private String url(String other, Scope scope) {
    String own = other.isEmpty() ? path.map(text -> text.text(scope)).orElse("") : other;
    if (own.startsWith("http://") || own.startsWith("https://")) {
      return own;
    }
    String start = base.text(scope);
    return own.isEmpty() ? start : start.replaceFirst("/$", "") + "/" + own.replaceFirst("^/+", "");
  }

  @SuppressWarnings("unchecked")
  private static Map<String, @Nullable Object> members(Component.Nested template, Scope scope) {
    return template.render(scope) instanceof Map<?, ?> map
        ? (Map<String, @Nullable Object>) map
        : Map.of();
  }

  private Injected credentials(Scope scope) {
    if (authenticator.isEmpty()) {
      return Injected.none();
    }
    Component given = authenticator.get();
    return switch (given.type()) {
      case "NoAuth" -> Injected.none();
      case "BearerAuthenticator" ->
          header("Authorization", "Bearer " + text(given, "api_token", scope));
      case "ApiKeyAuthenticator" ->
          given
              .component("inject_into")
              .map(RequestOption::read)
              .map(option -> option.inject(text(given, "api_token", scope), scope))
              .orElseGet(
                  () -> header(text(given, "header", scope), text(given, "api_token", scope)));
      case "BasicHttpAuthenticator" -> {
        String pair = text(given, "username", scope) + ":" + text(given, "password", scope);
        byte[] bytes = pair.getBytes(StandardCharsets.UTF_8);
        yield header("Authorization", "Basic " + Base64.getEncoder().encodeToString(bytes));
      }
      default -> throw given.unknown();
    };
  }

  private static String text(Component component, String field, Scope scope) {
    return component.expression(field).map(text -> text.text(scope)).orElse("");
  }

  private static Injected header(String name, String value) {
    return new Injected(Map.of(), Map.of(name, value), Map.of(), Map.of(), "");
  }
}
