package org.airbytejdbc.declarative.auth;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.airbytejdbc.declarative.expression.Scope;
import org.airbytejdbc.declarative.http.PythonText;
import org.airbytejdbc.declarative.http.RequestOption;
import org.airbytejdbc.declarative.http.Requester.Injected;
import org.airbytejdbc.declarative.json.Json;
import org.airbytejdbc.declarative.manifest.Component;
import org.jspecify.annotations.Nullable;

/** A JSON web token, signed for each request. Immutable; shows nothing. */
record JwtAuthenticator(
    Component component, Optional<RequestOption> option, Scope scope, Clock clock)
    implements Authenticator {
  private static final long USUAL_SECONDS = 1200;

  static JwtAuthenticator read(Component component, Scope scope, Clock clock) {
    component.requiredText("secret_key");
    component.requiredText("algorithm");
    return new JwtAuthenticator(
        component, component.component("request_option").map(RequestOption::read), scope, clock);
  }

  @Override
  public Injected credentials() {
    String prefix = text(component, "header_prefix").map(text -> text + " ").orElse("");
    String value = prefix + token();
    return option
        .map(place -> place.inject(value, scope))
        .orElseGet(() -> Headers.authorization(value));
  }

  /** A new token, without a prefix. */
  String token() {
    String algorithm = component.requiredText("algorithm");
    String signed = base64(Json.bytes(headers(algorithm))) + "." + base64(Json.bytes(payload()));
    byte[] signature =
        JwtSignature.of(algorithm, component)
            .sign(signed.getBytes(StandardCharsets.US_ASCII), key(), text(component, "passphrase"));
    return signed + "." + base64(signature);
  }

  private Map<String, @Nullable Object> headers(String algorithm) {
    Map<String, @Nullable Object> headers = new LinkedHashMap<>();
    headers.put("typ", "JWT");
    headers.put("alg", algorithm);
    headers.putAll(additional("additional_jwt_headers", List.of("kid", "alg", "typ", "cty")));
    component
        .component("jwt_headers")
        .ifPresent(given -> put(headers, given, List.of("kid", "typ", "cty")));
    return headers;
  }

  private Map<String, @Nullable Object> payload() {
    Map<String, @Nullable Object> payload =
        additional("additional_jwt_payload", List.of("iss", "sub", "aud", "iat", "exp", "nbf"));
    component
        .component("jwt_payload")
        .ifPresent(given -> put(payload, given, List.of("iss", "sub", "aud")));
    long now = clock.instant().getEpochSecond();
    long life = component.text("token_duration").map(Long::parseLong).orElse(USUAL_SECONDS);
    payload.put("iat", now);
    payload.put("exp", now + life);
    payload.put("nbf", now);
    return payload;
  }

  private Map<String, @Nullable Object> additional(String field, List<String> reserved) {
    Map<String, @Nullable Object> given =
        component.templates(field).render(scope.with("parameters", component.parameters()));
    if (reserved.stream().anyMatch(given::containsKey)) {
      throw component.problem(field + " cannot hold " + String.join(", ", reserved));
    }
    return given;
  }

  private void put(Map<String, @Nullable Object> into, Component given, List<String> names) {
    names.forEach(
        name -> given.expression(name).ifPresent(text -> into.put(name, text.value(scope))));
  }

  private String key() {
    String key = text(component, "secret_key").orElse("");
    return component
            .expression("base64_encode_secret_key")
            .map(flag -> flag.test(scope))
            .orElse(false)
        ? Base64.getEncoder().encodeToString(key.getBytes(StandardCharsets.UTF_8))
        : key;
  }

  private Optional<String> text(Component of, String field) {
    return of.expression(field)
        .flatMap(expression -> Optional.ofNullable(expression.value(scope)))
        .map(PythonText::of)
        .filter(text -> !text.isEmpty());
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Override
  public String toString() {
    return component.path();
  }
}
