package org.airbytejdbc.declarative.auth;

import org.airbytejdbc.declarative.DeclarativeException;
import org.airbytejdbc.declarative.DeclarativeException.Failure;
import org.airbytejdbc.declarative.http.PythonText;
import org.airbytejdbc.declarative.http.Requester.Injected;

/** A bearer token of OAuth, asked for anew when it has expired; one thread asks for all. */
final class OAuthAuthenticator implements Authenticator {
  private final OAuthSettings settings;
  private final OAuthTokens tokens;
  private final OAuthRefresh refresh;

  OAuthAuthenticator(OAuthSettings settings, OAuthTokens tokens, OAuthRefresh refresh) {
    this.settings = settings;
    this.tokens = tokens;
    this.refresh = refresh;
  }

  @Override
  public synchronized Injected credentials() {
    boolean isFixed = !hasEndpoint() && tokens.access().isPresent();
    if (!isFixed && tokens.isExpired()) {
      refresh();
    }
    return Headers.authorization("Bearer " + tokens.access().orElseThrow());
  }

  /** Another thread may have got a new one already. */
  @Override
  public synchronized boolean renew(Injected refused) {
    if (!hasEndpoint()) {
      return false;
    }
    boolean isStill =
        tokens
            .access()
            .map(token -> Headers.authorization("Bearer " + token).equals(refused))
            .orElse(true);
    if (isStill) {
      refresh();
    }
    return true;
  }

  private boolean hasEndpoint() {
    return settings.component().has("token_refresh_endpoint");
  }

  private void refresh() {
    TokenResponse response = refresh.send(tokens);
    String name = settings.name("access_token");
    String token =
        response
            .find(name)
            .map(PythonText::of)
            .orElseThrow(
                () ->
                    new DeclarativeException(
                        Failure.SYSTEM_ERROR,
                        "The token endpoint of " + settings + " answered without " + name));
    tokens.take(token, response);
  }
}
