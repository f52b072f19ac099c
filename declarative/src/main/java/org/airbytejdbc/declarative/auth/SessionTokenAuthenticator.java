package org.airbytejdbc.declarative.auth;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.airbytejdbc.declarative.DeclarativeException;
import org.airbytejdbc.declarative.DeclarativeException.Failure;
import org.airbytejdbc.declarative.Runtime;
import org.airbytejdbc.declarative.decode.Decoder;
import org.airbytejdbc.declarative.decode.Decoders;
import org.airbytejdbc.declarative.expression.Scope;
import org.airbytejdbc.declarative.http.PythonText;
import org.airbytejdbc.declarative.http.RequestOption;
import org.airbytejdbc.declarative.http.Requester;
import org.airbytejdbc.declarative.http.Requester.Injected;
import org.airbytejdbc.declarative.http.Requester.Outcome;
import org.airbytejdbc.declarative.manifest.Component;
import org.airbytejdbc.declarative.manifest.Expression;
import org.jspecify.annotations.Nullable;

/**
 * A token that a login answers with, kept as long as the manifest says; without, for one request.
 */
final class SessionTokenAuthenticator implements Authenticator {
  private final Requester login;
  private final Decoder decoder;
  private final List<String> path;
  private final Optional<String> life;
  private final Function<String, Injected> use;
  private final Scope scope;
  private final Clock clock;
  private Optional<String> token = Optional.empty();
  private Instant expiry = Instant.MIN;

  private SessionTokenAuthenticator(
      Component component, Requester login, Function<String, Injected> use, Runtime runtime) {
    this.login = login;
    this.decoder = component.component("decoder").map(Decoders::read).orElseGet(Decoders::json);
    this.path = component.items("session_token_path").stream().map(String::valueOf).toList();
    this.life = component.text("expiration_duration");
    this.use = use;
    this.scope = runtime.scope();
    this.clock = runtime.clock();
  }

  static SessionTokenAuthenticator read(Component component, Requester login, Runtime runtime) {
    Component use = component.required("request_authentication");
    return new SessionTokenAuthenticator(component, login, use(use, runtime.scope()), runtime);
  }

  private static Function<String, Injected> use(Component use, Scope scope) {
    switch (use.type()) {
      case "Bearer" -> {
        return token -> Headers.authorization("Bearer " + token);
      }
      case "ApiKey" -> {
        RequestOption option = RequestOption.read(use.required("inject_into"));
        Expression value = use.expression("api_token", "{{ session_token }}");
        return token ->
            option.inject(PythonText.of(value.value(scope.with("session_token", token))), scope);
      }
      default -> throw use.unknown();
    }
  }

  @Override
  public synchronized Injected credentials() {
    if (token.isEmpty() || life.isEmpty() || clock.instant().isAfter(expiry)) {
      token = Optional.of(login());
      expiry = life.map(this::after).orElse(Instant.MIN);
    }
    return use.apply(token.orElseThrow());
  }

  @Override
  public synchronized boolean renew(Injected refused) {
    if (token.isPresent() && use.apply(token.get()).equals(refused)) {
      token = Optional.empty();
    }
    return true;
  }

  private String login() {
    if (!(login.send(Injected.none(), scope) instanceof Outcome.Success success)) {
      throw failed("was ignored by its error handler");
    }
    Iterator<@Nullable Object> values = decoder.decode(success.response());
    Object at = values.hasNext() ? values.next() : null;
    for (String step : path) {
      at = at instanceof Map<?, ?> object ? object.get(step) : null;
    }
    if (at == null) {
      throw failed("has no token at " + path);
    }
    return PythonText.of(at);
  }

  private static DeclarativeException failed(String why) {
    return new DeclarativeException(Failure.SYSTEM_ERROR, "The response to the login " + why);
  }

  /** ISO 8601: years to days by the calendar, the rest by the clock. */
  private Instant after(String duration) {
    String[] parts = duration.split("T", 2);
    Period days = parts[0].equals("P") ? Period.ZERO : Period.parse(parts[0]);
    Duration rest = parts.length == 1 ? Duration.ZERO : Duration.parse("PT" + parts[1]);
    return clock.instant().atZone(ZoneOffset.UTC).plus(days).plus(rest).toInstant();
  }
}
