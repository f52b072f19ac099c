package org.airbytejdbc.declarative.auth;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.airbytejdbc.declarative.DeclarativeException;
import org.airbytejdbc.declarative.DeclarativeException.Failure;
import org.airbytejdbc.declarative.Runtime;
import org.airbytejdbc.declarative.expression.Scope;
import org.airbytejdbc.declarative.http.PythonText;
import org.airbytejdbc.declarative.http.RequestOption;
import org.airbytejdbc.declarative.http.Requester;
import org.airbytejdbc.declarative.http.Requester.Injected;
import org.airbytejdbc.declarative.manifest.Component;
import org.airbytejdbc.declarative.manifest.Expression;
import org.jspecify.annotations.Nullable;

/**
 * Reads the authenticators of a manifest. The same component at several places is one
 * authenticator, so that streams share its tokens. One a run. Thread-safe.
 */
public final class Authenticators {
  private final Runtime runtime;
  private final Function<Component, Requester> requesters;
  private final TokenConfig config;
  private final ConcurrentMap<Map<String, @Nullable Object>, Authenticator> shared =
      new ConcurrentHashMap<>();

  /**
   * @param requesters reads the requester of a login
   * @param changedConfig is told of the whole config when a token in it was replaced
   */
  public Authenticators(
      Runtime runtime,
      Function<Component, Requester> requesters,
      Consumer<Map<String, @Nullable Object>> changedConfig) {
    this.runtime = runtime;
    this.requesters = requesters;
    this.config = new TokenConfig(runtime.config(), changedConfig);
  }

  /** The authenticator that adds nothing. */
  public Authenticator none() {
    return new Fixed(Injected::none);
  }

  /**
   * @param url tells the base URL of the requester that it is for
   */
  public Authenticator read(Component authenticator, Supplier<String> url) {
    return switch (authenticator.type()) {
      case "NoAuth" -> none();
      case "BearerAuthenticator" -> bearer(authenticator);
      case "BasicHttpAuthenticator" -> basic(authenticator);
      case "ApiKeyAuthenticator" -> apiKey(authenticator);
      case "SelectiveAuthenticator" -> read(selected(authenticator), url);
      case "JwtAuthenticator" ->
          JwtAuthenticator.read(authenticator, runtime.scope(), runtime.clock());
      case "OAuthAuthenticator" -> shared(authenticator, this::oauth);
      case "SessionTokenAuthenticator" ->
          shared(
              authenticator,
              found ->
                  SessionTokenAuthenticator.read(
                      found, requesters.apply(found.required("login_requester")), runtime));
      case "LegacySessionTokenAuthenticator" ->
          shared(
              authenticator,
              found -> LegacySessionTokenAuthenticator.read(found, url.get(), runtime));
      default -> throw authenticator.unknown();
    };
  }

  private Authenticator shared(Component component, Function<Component, Authenticator> reader) {
    Authenticator there = shared.get(component.fields());
    if (there == null) {
      Authenticator mine = reader.apply(component);
      there = shared.putIfAbsent(component.fields(), mine);
      return there == null ? mine : there;
    }
    return there;
  }

  private Authenticator oauth(Component component) {
    OAuthSettings settings = OAuthSettings.read(component, runtime.scope());
    return new OAuthAuthenticator(
        settings,
        OAuthTokens.read(component, settings, runtime, config),
        new OAuthRefresh(
            settings,
            runtime,
            component
                .component("profile_assertion")
                .map(jwt -> JwtAuthenticator.read(jwt, runtime.scope(), runtime.clock()))));
  }

  private Authenticator bearer(Component component) {
    Expression token = component.expression("api_token", "");
    return new Fixed(() -> Headers.authorization("Bearer " + text(token)));
  }

  private Authenticator basic(Component component) {
    Expression user = component.requiredExpression("username");
    Expression password = component.expression("password", "");
    return new Fixed(
        () -> {
          String pair = text(user) + ":" + text(password);
          return Headers.authorization(
              "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        });
  }

  private Authenticator apiKey(Component component) {
    Expression token = component.expression("api_token", "");
    if (component.has("inject_into") == component.has("header")) {
      throw component.problem("either inject_into or header is needed, not both");
    }
    if (component.has("header")) {
      Expression header = component.requiredExpression("header");
      return new Fixed(() -> Headers.of(text(header), text(token)));
    }
    RequestOption option = RequestOption.read(component.required("inject_into"));
    return new Fixed(() -> option.inject(text(token), runtime.scope()));
  }

  private String text(Expression expression) {
    Scope scope = runtime.scope();
    return PythonText.of(expression.value(scope));
  }

  private Component selected(Component component) {
    @Nullable Object at = runtime.config();
    List<@Nullable Object> path = component.items("authenticator_selection_path");
    for (Object step : path) {
      at = at instanceof Map<?, ?> object ? object.get(String.valueOf(step)) : null;
    }
    if (at == null) {
      throw new DeclarativeException(
          Failure.CONFIG_ERROR, "The config does not say how to log in: it has no " + path);
    }
    return component
        .required("authenticators")
        .component(PythonText.of(at))
        .orElseThrow(
            () ->
                component.problem(
                    "the config selects an authenticator that the manifest does not have"));
  }
}
