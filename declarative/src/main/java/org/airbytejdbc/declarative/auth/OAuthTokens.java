package org.airbytejdbc.declarative.auth;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.airbytejdbc.declarative.Runtime;
import org.airbytejdbc.declarative.http.PythonText;
import org.airbytejdbc.declarative.manifest.Component;

/**
 * The tokens of OAuth: held here, or, where a refresh token can be used but once, in the config.
 * Guarded by whoever holds it.
 */
final class OAuthTokens {
  /** Where an API does not say how long its token is good. */
  private static final Duration USUAL_LIFE = Duration.ofHours(1);

  private final OAuthSettings settings;
  private final Clock clock;
  private final Optional<Places> places;
  private final TokenConfig config;
  private Optional<String> access;
  private Instant expiry;

  private OAuthTokens(
      OAuthSettings settings, Clock clock, Optional<Places> places, TokenConfig config) {
    this.settings = settings;
    this.clock = clock;
    this.places = places;
    this.config = config;
    this.access =
        places.isPresent() ? at(places.get().access) : settings.text("access_token_value");
    Optional<String> until =
        places.isPresent() ? at(places.get().expiry) : settings.text("token_expiry_date");
    this.expiry = until.map(Expiry::at).orElse(Instant.MIN);
  }

  static OAuthTokens read(
      Component component, OAuthSettings settings, Runtime runtime, TokenConfig config) {
    return new OAuthTokens(settings, runtime.clock(), settings.updater().map(Places::read), config);
  }

  Optional<String> access() {
    return access;
  }

  boolean isExpired() {
    return access.isEmpty() || clock.instant().isAfter(expiry);
  }

  /** Empty text where the manifest speaks of a refresh token and there is none. */
  Optional<String> refresh() {
    Optional<String> token =
        places.isPresent() ? at(places.get().refresh) : settings.text("refresh_token");
    return token.or(
        () -> settings.component().has("refresh_token") ? Optional.of("") : Optional.empty());
  }

  /** In a config, the client's own names win over what the manifest says. */
  Optional<String> client(String field) {
    return places
        .flatMap(there -> at(List.of("credentials", field)))
        .or(() -> settings.text(field));
  }

  /** Takes the new tokens, and keeps them in the config if they belong there. */
  void take(String token, TokenResponse response) {
    Instant until = expiry(response);
    access = Optional.of(token);
    expiry = until;
    places.ifPresent(
        there -> {
          Map<List<String>, String> changes = new LinkedHashMap<>();
          changes.put(there.access, token);
          response
              .find(settings.refreshTokenName())
              .ifPresent(refresh -> changes.put(there.refresh, PythonText.of(refresh)));
          changes.put(
              there.expiry, until.truncatedTo(ChronoUnit.MICROS).toString().replace("Z", "+00:00"));
          config.set(changes);
        });
  }

  private Instant expiry(TokenResponse response) {
    Optional<Object> said = response.find(settings.name("expires_in"));
    if (said.isEmpty()) {
      return isExpired() ? clock.instant().plus(USUAL_LIFE) : expiry;
    }
    return settings.component().has("token_expiry_date_format")
        ? Expiry.at(said.get())
        : Expiry.in(said.get(), clock.instant());
  }

  private Optional<String> at(List<String> path) {
    return config.get(path).map(PythonText::of).filter(text -> !text.isEmpty());
  }

  /** Where in the config the tokens are. */
  private record Places(List<String> access, List<String> refresh, List<String> expiry) {
    static Places read(Component updater) {
      return new Places(
          path(updater, "access_token_config_path", "access_token"),
          path(updater, "refresh_token_config_path", "refresh_token"),
          path(updater, "token_expiry_date_config_path", "token_expiry_date"));
    }

    private static List<String> path(Component updater, String field, String usual) {
      List<String> path = updater.items(field).stream().map(String::valueOf).toList();
      return path.isEmpty() ? List.of("credentials", usual) : path;
    }
  }
}
