package org.airbytejdbc.declarative.auth;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.airbytejdbc.declarative.DeclarativeException;
import org.airbytejdbc.declarative.DeclarativeException.Failure;
import org.airbytejdbc.declarative.Runtime;
import org.airbytejdbc.declarative.http.PythonText;
import org.airbytejdbc.declarative.http.Request;
import org.airbytejdbc.declarative.http.Requester.Injected;
import org.airbytejdbc.declarative.http.Response;
import org.airbytejdbc.declarative.manifest.Component;
import org.jspecify.annotations.Nullable;

/**
 * The token of a session that the config holds, if the API still knows it, or that a login with
 * user and password answers with; found out once a run.
 */
final class LegacySessionTokenAuthenticator implements Authenticator {
  private static final int UNAUTHORIZED = 401;

  private final Component component;
  private final String api;
  private final Runtime runtime;
  private Optional<Injected> credentials = Optional.empty();

  private LegacySessionTokenAuthenticator(Component component, String api, Runtime runtime) {
    this.component = component;
    this.api = api;
    this.runtime = runtime;
  }

  static LegacySessionTokenAuthenticator read(Component component, String api, Runtime runtime) {
    for (String field : new String[] {"header", "login_url", "validate_session_url"}) {
      component.requiredText(field);
    }
    return new LegacySessionTokenAuthenticator(component, api, runtime);
  }

  @Override
  public synchronized Injected credentials() {
    if (credentials.isEmpty()) {
      credentials = Optional.of(Headers.of(text("header").orElse(""), token()));
    }
    return credentials.get();
  }

  private String token() {
    Optional<String> given = text("session_token").filter(this::isKnown);
    if (given.isPresent()) {
      return given.get();
    }
    Map<String, @Nullable Object> login = new LinkedHashMap<>();
    login.put("username", text("username").orElseThrow(() -> failed("needs a user and password")));
    login.put("password", text("password").orElseThrow(() -> failed("needs a user and password")));
    Response response =
        runtime
            .transport(component.path())
            .send(
                new Request(
                    "POST",
                    api + text("login_url").orElse(""),
                    Map.of(),
                    Map.of(),
                    new Request.Body.Json(login)));
    String key = text("session_token_response_key").orElse("");
    if (response.isOk() && response.json() instanceof Map<?, ?> body && body.get(key) != null) {
      return PythonText.of(body.get(key));
    }
    throw failed("was answered with HTTP status " + response.status() + " and no token");
  }

  private boolean isKnown(String token) {
    Response response =
        runtime
            .transport(component.path())
            .send(
                new Request(
                    "GET",
                    api + text("validate_session_url").orElse(""),
                    Map.of(text("header").orElse(""), token),
                    Map.of(),
                    new Request.Body.None()));
    if (!response.isOk() && response.status() != UNAUTHORIZED) {
      throw failed("could not be checked: HTTP status " + response.status());
    }
    return response.isOk();
  }

  private Optional<String> text(String field) {
    return component
        .expression(field)
        .flatMap(expression -> Optional.ofNullable(expression.value(runtime.scope())))
        .map(PythonText::of)
        .filter(text -> !text.isEmpty());
  }

  private static DeclarativeException failed(String what) {
    return new DeclarativeException(Failure.CONFIG_ERROR, "The login of the API " + what);
  }
}
