package org.airbytejdbc.declarative.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.airbytejdbc.declarative.DeclarativeException;
import org.airbytejdbc.declarative.DeclarativeException.Failure;
import org.airbytejdbc.declarative.http.LocalApi.Answer;
import org.airbytejdbc.declarative.http.LocalApi.Asked;
import org.airbytejdbc.declarative.json.Json;
import org.airbytejdbc.declarative.json.JsonValues;
import org.airbytejdbc.declarative.request.ManifestApi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Authenticators against an API that looks at what it is sent. */
class AuthenticatorsTest {
  private static final Map<String, @Nullable Object> CONFIG =
      Map.of(
          "key", "s3cret",
          "user", "ann",
          "kind", "token",
          "credentials", Map.of("refresh_token", "first", "access_token", "", "client_id", "me"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{type: BearerAuthenticator, api_token: \"{{ config['key'] }}\"} | Bearer s3cret",
        "{type: BasicHttpAuthenticator, username: \"{{ config['user'] }}\"} | Basic YW5uOg==",
        "{type: BasicHttpAuthenticator, username: a, password: b} | Basic YTpi",
        "{type: ApiKeyAuthenticator, header: Authorization, api_token: \"Key {{ config['key'] }}\"} | Key s3cret",
        "{type: SelectiveAuthenticator, authenticator_selection_path: [kind], authenticators: {token: {type: BearerAuthenticator, api_token: t}}} | Bearer t"
      })
  void aHeaderHoldsTheCredentials(String authenticator, String header) {
    try (var api = new ManifestApi(CONFIG, asked -> Answer.json("{}"))) {
      send(api, authenticator);
      assertThat(api.asked().get(0).headers()).containsEntry("Authorization", header);
    }
  }

  @Test
  void aKeyIsInjectedWhereTheManifestSays() {
    try (var api = new ManifestApi(CONFIG, asked -> Answer.json("{}"))) {
      String key =
          "{type: ApiKeyAuthenticator, api_token: \"{{ config['key'] }}\", inject_into:"
              + " {type: RequestOption, inject_into: %s}}";
      send(api, key.formatted("request_parameter, field_name: k"));
      send(api, key.formatted("body_json, field_path: [auth, key]"));
      send(api, key.formatted("body_data, field_name: k"));
      assertThat(api.asked().get(0).url()).isEqualTo("/data?k=s3cret");
      assertThat(api.asked().get(1).body()).isEqualTo("{\"auth\":{\"key\":\"s3cret\"}}");
      assertThat(api.asked().get(2).body()).isEqualTo("k=s3cret");
    }
  }

  @Test
  void oneTokenOfOAuthServesAllStreams() {
    try (var api = new ManifestApi(CONFIG, AuthenticatorsTest::oauth)) {
      String oauth =
          """
          {type: OAuthAuthenticator, token_refresh_endpoint: API/token, client_id: me,
           client_secret: s, refresh_token: r, scopes: [a, b],
           refresh_request_body: {audience: x, grant_type: ignored}}
          """;
      send(api, oauth);
      send(api, oauth);
      assertThat(api.asked()).extracting(Asked::url).containsExactly("/token", "/data", "/data");
      assertThat(api.asked().get(0).body())
          .isEqualTo(
              "grant_type=refresh_token&client_id=me&client_secret=s&refresh_token=r&scopes=a&scopes=b&audience=x");
      assertThat(api.asked().get(2).headers()).containsEntry("Authorization", "Bearer new1");
    }
  }

  @Test
  void aRefreshTokenThatTheManifestNamesIsSentEvenIfEmpty() {
    try (var api = new ManifestApi(CONFIG, AuthenticatorsTest::oauth)) {
      send(
          api,
          """
          {type: OAuthAuthenticator, token_refresh_endpoint: API/token, client_id: me,
           client_secret: s, refresh_token: ""}
          """);
      assertThat(api.asked().get(0).body())
          .isEqualTo("grant_type=refresh_token&client_id=me&client_secret=s&refresh_token=");
    }
  }

  @Test
  void aRefreshTokenThatCanBeUsedOnceIsReplacedInTheConfig() {
    try (var api = new ManifestApi(CONFIG, AuthenticatorsTest::oauth)) {
      send(
          api,
          """
          {type: OAuthAuthenticator, token_refresh_endpoint: API/token, client_id: other,
           client_secret: s, refresh_token_updater: {}}
          """);
      assertThat(api.asked().get(0).body())
          .isEqualTo("grant_type=refresh_token&client_id=me&client_secret=s&refresh_token=first");
      assertThat(api.configs()).hasSize(1);
      assertThat(api.configs().get(0).get("credentials"))
          .isEqualTo(
              Map.of(
                  "refresh_token", "second",
                  "access_token", "new1",
                  "client_id", "me",
                  "token_expiry_date", "2026-01-15T01:00:00+00:00"));
      assertThat(api.configs().get(0)).containsEntry("user", "ann");
    }
  }

  @Test
  void aRefusedTokenIsRenewedOnceIfTheManifestSaysSo() {
    AtomicInteger tokens = new AtomicInteger();
    try (var api =
        new ManifestApi(
            CONFIG,
            asked -> {
              if (asked.url().equals("/token")) {
                return Answer.json("{\"access_token\": \"new" + tokens.incrementAndGet() + "\"}");
              }
              boolean good = "Bearer new2".equals(asked.headers().get("Authorization"));
              return good ? Answer.json("{}") : Answer.status(401, "");
            })) {
      String requester =
          """
          {type: HttpRequester, url: API/data, authenticator: {type: OAuthAuthenticator,
            token_refresh_endpoint: API/token, client_id: me, client_secret: s, refresh_token: r},
           error_handler: {type: DefaultErrorHandler, backoff_strategies: [
             {type: ConstantBackoffStrategy, backoff_time_in_seconds: 0.01}],
            response_filters: [{http_codes: [401], action: REFRESH_TOKEN_THEN_RETRY}]}}
          """;
      api.send(requester);
      assertThat(tokens).hasValue(2);
    }
  }

  @Test
  void aTokenEndpointThatRefusesIsAConfigErrorThatTellsNoSecrets() {
    try (var api =
        new ManifestApi(
            CONFIG,
            asked -> Answer.status(400, "{\"error\": \"invalid_grant\", \"x\": \"r3fresh\"}"))) {
      assertThatThrownBy(
              () ->
                  send(
                      api,
                      """
                      {type: OAuthAuthenticator, token_refresh_endpoint: API/token, client_id: me,
                       client_secret: s, refresh_token: r3fresh}
                      """))
          .isInstanceOfSatisfying(
              DeclarativeException.class,
              e -> assertThat(e.failure()).isEqualTo(Failure.CONFIG_ERROR))
          .hasMessageContaining("invalid_grant")
          .hasMessageNotContaining("r3fresh");
    }
  }

  @Test
  void whatTheManifestCallsARefusalOfATokenIsNotTriedAgain() {
    try (var api = new ManifestApi(CONFIG, asked -> Answer.status(500, "{\"why\": \"revoked\"}"))) {
      assertThatThrownBy(
              () ->
                  send(
                      api,
                      """
                      {type: OAuthAuthenticator, token_refresh_endpoint: API/token, client_id: me,
                       client_secret: s, refresh_token: r3fresh, refresh_token_error_key: why,
                       refresh_token_error_status_codes: [400, 500],
                       refresh_token_error_values: [revoked]}
                      """))
          .isInstanceOfSatisfying(
              DeclarativeException.class,
              e -> assertThat(e.failure()).isEqualTo(Failure.CONFIG_ERROR));
      assertThat(api.asked()).hasSize(1);
    }
  }

  @Test
  void aSessionTokenIsKeptAsLongAsItLives() {
    try (var api = new ManifestApi(CONFIG, asked -> Answer.json("{\"data\": {\"id\": \"t\"}}"))) {
      String session =
          """
          {type: SessionTokenAuthenticator, session_token_path: [data, id], %s
           login_requester: {type: HttpRequester, url: API/login, http_method: POST},
           request_authentication: {type: ApiKey, api_token: "Token {{ session_token }}",
            inject_into: {type: RequestOption, inject_into: header, field_name: X-Session}}}
          """;
      send(api, session.formatted("expiration_duration: P1DT2H,"));
      send(api, session.formatted("expiration_duration: P1DT2H,"));
      send(api, session.formatted(""));
      send(api, session.formatted(""));
      assertThat(api.asked())
          .extracting(Asked::url)
          .containsExactly("/login", "/data", "/data", "/login", "/data", "/login", "/data");
      assertThat(api.asked().get(1).headers()).containsEntry("X-Session", "Token t");
    }
  }

  @Test
  void aLegacySessionIsCheckedAndElseBegunByALogin() {
    try (var api =
        new ManifestApi(
            CONFIG,
            asked ->
                asked.url().equals("/api/check")
                    ? Answer.status(401, "")
                    : Answer.json("{\"id\": \"t\"}"))) {
      api.send(
          """
          {type: HttpRequester, url_base: API/api/, path: data, authenticator:
           {type: LegacySessionTokenAuthenticator, header: X-S, login_url: session,
            validate_session_url: check, session_token: old, session_token_response_key: id,
            username: ann, password: pw}}
          """);
      assertThat(api.asked())
          .extracting(Asked::url)
          .containsExactly("/api/check", "/api/session", "/api/data");
      assertThat(api.asked().get(0).headers()).containsEntry("X-S", "old");
      assertThat(Json.read(api.asked().get(1).body()))
          .isEqualTo(Map.of("username", "ann", "password", "pw"));
      assertThat(api.asked().get(2).headers()).containsEntry("X-S", "t");
    }
  }

  @Test
  void aJwtIsSignedWithASharedKey() throws GeneralSecurityException {
    try (var api = new ManifestApi(CONFIG, asked -> Answer.json("{}"))) {
      send(
          api,
          """
          {type: JwtAuthenticator, secret_key: "{{ config['key'] }}", algorithm: HS256,
           header_prefix: Bearer, token_duration: 60, jwt_headers: {kid: k},
           jwt_payload: {iss: "{{ config['user'] }}"}, additional_jwt_payload: {admin: true}}
          """);
      String[] parts = token(api).split("\\.");
      assertThat(decoded(parts[0])).isEqualTo(Map.of("typ", "JWT", "alg", "HS256", "kid", "k"));
      assertThat(decoded(parts[1]))
          .isEqualTo(
              Map.of(
                  "admin",
                  true,
                  "iss",
                  "ann",
                  "iat",
                  1768435200L,
                  "exp",
                  1768435260L,
                  "nbf",
                  1768435200L));
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec("s3cret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      assertThat(Base64.getUrlDecoder().decode(parts[2]))
          .isEqualTo(mac.doFinal((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII)));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "RS256, RSA, SHA256withRSA",
    "ES256, EC, SHA256withECDSAinP1363Format",
    "EdDSA, Ed25519, Ed25519"
  })
  void aJwtIsSignedWithAPrivateKey(String algorithm, String keys, String verifier)
      throws GeneralSecurityException {
    KeyPair pair = pair(keys);
    Map<String, @Nullable Object> config = new HashMap<>();
    config.put(
        "pem",
        "-----BEGIN PRIVATE KEY-----\n"
            + Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded())
            + "\n-----END PRIVATE KEY-----\n");
    try (var api = new ManifestApi(config, asked -> Answer.json("{}"))) {
      send(
          api,
          "{type: JwtAuthenticator, secret_key: \"{{ config['pem'] }}\", header_prefix: Bearer,"
              + " algorithm: "
              + algorithm
              + "}");
      String[] parts = token(api).split("\\.");
      Signature signature = Signature.getInstance(verifier);
      signature.initVerify(pair.getPublic());
      signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
      assertThat(signature.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
    }
  }

  @Test
  void anAuthenticatorThatTheConfigDoesNotSelectIsToldOf() {
    try (var api = new ManifestApi(Map.of(), asked -> Answer.json("{}"))) {
      assertThatThrownBy(
              () ->
                  send(
                      api,
                      "{type: SelectiveAuthenticator, authenticator_selection_path: [kind],"
                          + " authenticators: {}}"))
          .isInstanceOfSatisfying(
              DeclarativeException.class,
              e -> assertThat(e.failure()).isEqualTo(Failure.CONFIG_ERROR));
    }
  }

  private static KeyPair pair(String algorithm) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
    if (algorithm.equals("EC")) {
      generator.initialize(256);
    }
    return generator.generateKeyPair();
  }

  private static Answer oauth(Asked asked) {
    return asked.url().equals("/token")
        ? Answer.json(
            "{\"result\": {\"access_token\": \"new1\", \"refresh_token\": \"second\","
                + " \"expires_in\": 3600}}")
        : Answer.json("{}");
  }

  private static String token(ManifestApi api) {
    return api.asked().get(0).headers().getOrDefault("Authorization", "").substring(7);
  }

  private static @Nullable Object decoded(String part) {
    return JsonValues.read(Base64.getUrlDecoder().decode(part));
  }

  private static void send(ManifestApi api, String authenticator) {
    api.send(
        "{type: HttpRequester, url: API/data, http_method: POST, authenticator: "
            + authenticator
            + "}");
  }
}
