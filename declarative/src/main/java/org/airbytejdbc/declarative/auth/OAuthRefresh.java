package org.airbytejdbc.declarative.auth;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.airbytejdbc.declarative.DeclarativeException;
import org.airbytejdbc.declarative.DeclarativeException.Failure;
import org.airbytejdbc.declarative.Runtime;
import org.airbytejdbc.declarative.http.PythonText;
import org.airbytejdbc.declarative.http.Request;
import org.airbytejdbc.declarative.http.Response;
import org.airbytejdbc.declarative.http.Waiting;
import org.jspecify.annotations.Nullable;

/** Asks a token endpoint for a new token. Immutable. */
record OAuthRefresh(OAuthSettings settings, Runtime runtime, Optional<JwtAuthenticator> assertion) {
  private static final int TRIES = 8;
  private static final int TOO_MANY = 429;
  private static final int FIRST_OF_SERVER = 500;

  /** Tries again as long as the endpoint is overloaded or away, about four minutes. */
  TokenResponse send(OAuthTokens tokens) {
    Request request = request(tokens);
    for (int attempt = 1; ; attempt++) {
      Optional<Response> response = once(request, attempt == TRIES);
      if (response.isPresent()) {
        return judged(response.get());
      }
      new Waiting(runtime.cancellation()).until(Duration.ofSeconds(1L << (attempt - 1)));
    }
  }

  /** Empty where another try is worth while. */
  private Optional<Response> once(Request request, boolean last) {
    try {
      Response response = runtime.transport(settings.component().path()).send(request);
      if (settings.isRefusal(response)) {
        throw refused(response);
      }
      boolean again = response.status() == TOO_MANY || response.status() >= FIRST_OF_SERVER;
      if (again && last) {
        throw failed(Failure.TRANSIENT_ERROR, "answered with HTTP status " + response.status());
      }
      return again ? Optional.empty() : Optional.of(response);
    } catch (UncheckedIOException e) {
      if (last) {
        throw failed(Failure.TRANSIENT_ERROR, "could not be reached");
      }
      return Optional.empty();
    }
  }

  private TokenResponse judged(Response response) {
    if (response.isOk()) {
      return new TokenResponse(response.json());
    }
    throw refused(response);
  }

  private DeclarativeException refused(Response response) {
    String said = "refused with HTTP status " + response.status() + reason(response);
    return failed(Failure.CONFIG_ERROR, said + "; the credentials in the config may have expired");
  }

  /** The code of the error, by the standard: what is said besides may repeat what was sent. */
  private static String reason(Response response) {
    return response.json() instanceof Map<?, ?> object
            && object.get("error") instanceof String code
            && code.matches("[\\w.-]{1,64}")
        ? ", " + code
        : "";
  }

  private DeclarativeException failed(Failure failure, String what) {
    return new DeclarativeException(
        failure, "The token endpoint of " + settings.component().path() + " " + what);
  }

  private Request request(OAuthTokens tokens) {
    String endpoint =
        settings
            .text("token_refresh_endpoint")
            .orElseThrow(() -> settings.component().missing("token_refresh_endpoint"));
    Map<String, String> headers =
        settings.map("refresh_request_headers").entrySet().stream()
            .filter(header -> header.getValue() != null)
            .collect(
                Collectors.toMap(Map.Entry::getKey, header -> PythonText.of(header.getValue())));
    Map<String, @Nullable Object> fields =
        settings.usesAssertion() ? assertionFields() : fields(tokens, headers);
    boolean inUrl =
        !settings.usesAssertion()
            && settings.component().flag("send_refresh_request_as_query_params", false);
    return new Request(
        "POST",
        endpoint,
        headers,
        inUrl ? fields : Map.of(),
        inUrl ? new Request.Body.None() : new Request.Body.Form(fields));
  }

  private Map<String, @Nullable Object> assertionFields() {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put(settings.name("grant_type"), settings.grantType());
    fields.put("assertion", assertion.orElseThrow().token());
    return fields;
  }

  /** The client is not named twice: some APIs refuse what is in a header and in the body. */
  private Map<String, @Nullable Object> fields(OAuthTokens tokens, Map<String, String> headers) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put(settings.name("grant_type"), settings.grantType());
    if (!headers.containsKey("Authorization")) {
      fields.put(
          settings.name("client_id"),
          tokens
              .client("client_id")
              .orElseThrow(() -> failed(Failure.CONFIG_ERROR, "needs a client_id in the config")));
      fields.put(settings.name("client_secret"), tokens.client("client_secret").orElse(""));
    }
    tokens.refresh().ifPresent(token -> fields.put(settings.refreshTokenName(), token));
    if (!settings.scopes().isEmpty()) {
      fields.put("scopes", settings.scopes());
    }
    settings.map("refresh_request_body").forEach(fields::putIfAbsent);
    return fields;
  }

  @Override
  public String toString() {
    return settings.toString();
  }
}
