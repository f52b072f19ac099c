package org.airbytejdbc.declarative.auth;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.airbytejdbc.declarative.expression.Scope;
import org.airbytejdbc.declarative.http.PythonText;
import org.airbytejdbc.declarative.http.Response;
import org.airbytejdbc.declarative.manifest.Component;
import org.jspecify.annotations.Nullable;

/** What a manifest says of OAuth, with the config in it. Immutable; shows nothing. */
record OAuthSettings(Component component, Scope scope) {
  private static final String ASSERTION_GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";

  static OAuthSettings read(Component component, Scope scope) {
    OAuthSettings settings = new OAuthSettings(component, scope);
    if (!settings.usesAssertion()) {
      component.requiredText("client_id");
      component.requiredText("client_secret");
    } else if (!component.has("profile_assertion")) {
      throw component.missing("profile_assertion");
    }
    return settings;
  }

  /** The field rendered; empty where it is missing or renders to nothing. */
  Optional<String> text(String field) {
    return component
        .expression(field)
        .flatMap(expression -> Optional.ofNullable(expression.value(scope)))
        .map(PythonText::of)
        .filter(text -> !text.isEmpty());
  }

  /** What the API calls something. */
  String name(String of) {
    return text(of + "_name").orElse(of);
  }

  String grantType() {
    return usesAssertion() ? ASSERTION_GRANT : text("grant_type").orElse("refresh_token");
  }

  boolean usesAssertion() {
    return component
        .expression("use_profile_assertion")
        .map(expression -> expression.test(scope))
        .orElse(false);
  }

  List<@Nullable Object> scopes() {
    return component.items("scopes");
  }

  Map<String, @Nullable Object> map(String field) {
    Map<String, @Nullable Object> parameters = component.parameters();
    return component.templates(field).render(scope.with("parameters", parameters));
  }

  Optional<Component> updater() {
    return component.component("refresh_token_updater");
  }

  /** The name of the refresh token, in requests and responses. */
  String refreshTokenName() {
    return updater()
        .map(updater -> updater.text("refresh_token_name").orElse("refresh_token"))
        .orElseGet(() -> name("refresh_token"));
  }

  /** Whether the manifest says of such a response that the refresh token is no good. */
  boolean isRefusal(Response response) {
    Component known =
        updater().filter(found -> found.has("refresh_token_error_key")).orElse(component);
    return known.text("refresh_token_error_key").isPresent()
        && known.items("refresh_token_error_status_codes").contains((long) response.status())
        && response.json() instanceof Map<?, ?> said
        && known
            .items("refresh_token_error_values")
            .contains(said.get(known.requiredText("refresh_token_error_key")));
  }

  @Override
  public String toString() {
    return component.path();
  }
}
