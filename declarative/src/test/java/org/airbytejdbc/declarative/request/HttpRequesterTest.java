package org.airbytejdbc.declarative.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.airbytejdbc.declarative.DeclarativeException;
import org.airbytejdbc.declarative.DeclarativeException.Failure;
import org.airbytejdbc.declarative.http.LocalApi.Answer;
import org.airbytejdbc.declarative.http.Requester.Injected;
import org.airbytejdbc.declarative.http.Requester.Outcome;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpRequesterTest {
  private static final Map<String, @Nullable Object> CONFIG =
      Map.of("key", "s3cret-key", "id", "00123", "n", 7L);

  @Test
  void aRequestIsComposedOfWhatTheManifestSaysAndWhatIsInjected() {
    try (var api = new ManifestApi(CONFIG, asked -> Answer.json("{}"))) {
      api.send(
          """
          {type: HttpRequester, url_base: API/v1, path: /items, http_method: POST,
           request_parameters: {id: "{{ config['id'] }}", n: 5},
           request_headers: {X-Version: "{{ config['n'] }}"},
           request_body_json: {filter: {id: "{{ config['n'] }}"}},
           authenticator: {type: BearerAuthenticator, api_token: "{{ config['key'] }}"}}
          """,
          new Injected(
              Map.of("page", 2L), Map.of(), Map.of(), Map.of("filter", Map.of("to", "x")), ""));
      var asked = api.asked().get(0);
      assertThat(asked.url()).isEqualTo("/v1/items?id=00123&n=5&page=2");
      assertThat(asked.body()).isEqualTo("{\"filter\":{\"id\":7,\"to\":\"x\"}}");
      assertThat(asked.headers())
          .containsEntry("X-Version", "7")
          .containsEntry("Content-Type", "application/json")
          .containsEntry("Authorization", "Bearer s3cret-key");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'url: API/a/b', '', /a/b",
    "'url: API/a/b/', '', /a/b/",
    "'url_base: API/a, path: b?x=1', '', /a/b?x=1",
    "'url_base: API/a/, path: //b/', '', /a/b/",
    "'url_base: API/a, path: b', /c, /c",
    "'url_base: API/a, path: b', c/d?e=f, /a/c/d?e=f"
  })
  void urlsAreJoinedAsPythonJoinsThem(String url, String instead, String asked) {
    try (var api = new ManifestApi(CONFIG, request -> Answer.json("{}"))) {
      api.send(
          "{type: HttpRequester, " + url + "}",
          new Injected(Map.of(), Map.of(), Map.of(), Map.of(), instead));
      assertThat(api.asked().get(0).url()).isEqualTo(asked);
    }
  }

  @Test
  void anApiIsWaitedForAsLongAsTheManifestSays() {
    var never = new CountDownLatch(1);
    try (var api =
        new ManifestApi(
            CONFIG,
            asked -> {
              awaitForMinutes(never);
              return Answer.json("{}");
            })) {
      assertThatThrownBy(
              () ->
                  api.send(
                      """
                      {type: HttpRequester, url: API, read_timeout_in_seconds: 0.1,
                       error_handler: {type: DefaultErrorHandler, max_retries: 0}}
                      """))
          .hasMessageContaining("nothing came for 100 ms");
      never.countDown();
    }
  }

  private static void awaitForMinutes(CountDownLatch latch) {
    try {
      latch.await(5, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aNameThatIsGivenTwiceIsAnError() {
    try (var api = new ManifestApi(CONFIG, asked -> Answer.json("{}"))) {
      assertThatThrownBy(
              () ->
                  api.send(
                      "{type: HttpRequester, url: API, request_parameters: {page: 1}}",
                      new Injected(Map.of("page", 2L), Map.of(), Map.of(), Map.of(), "")))
          .hasMessageContaining("\"page\" twice in the parameters");
    }
  }

  @Test
  void aFormAndATextAreSentAsTheyAre() {
    try (var api = new ManifestApi(CONFIG, asked -> Answer.json("{}"))) {
      String requester = "{type: HttpRequester, url: API, http_method: POST, request_body: ";
      api.send(requester + "{type: RequestBodyUrlEncodedForm, value: {a: b c}}}");
      api.send(requester + "{type: RequestBodyPlainText, value: '<a/>'}}");
      assertThat(api.asked().get(0).body()).isEqualTo("a=b+c");
      assertThat(api.asked().get(1).body()).isEqualTo("<a/>");
    }
  }

  @Test
  void aServerThatFailsOnceIsAskedAgain() {
    AtomicInteger count = new AtomicInteger();
    try (var api =
        new ManifestApi(
            CONFIG,
            asked -> count.incrementAndGet() == 1 ? Answer.status(503, "") : Answer.json("[1]"))) {
      assertThat(api.send("{type: HttpRequester, url: API}")).isInstanceOf(Outcome.Success.class);
      assertThat(api.asked()).hasSize(2);
    }
  }

  @Test
  void triesEnd() {
    try (var api = new ManifestApi(CONFIG, asked -> Answer.status(500, "no"))) {
      assertThatThrownBy(
              () ->
                  api.send(
                      """
                      {type: HttpRequester, url: API,
                       error_handler: {type: DefaultErrorHandler, max_retries: 0}}
                      """))
          .isInstanceOfSatisfying(
              DeclarativeException.class,
              e -> assertThat(e.failure()).isEqualTo(Failure.TRANSIENT_ERROR))
          .hasMessageContaining("500");
      assertThat(api.asked()).hasSize(1);
    }
  }

  @Test
  void aRefusalIsToldInTheApisWordsWithoutSecrets() {
    try (var api =
        new ManifestApi(
            CONFIG,
            asked ->
                Answer.status(401, "{\"error\": {\"message\": \"unknown key s3cret-key\"}}"))) {
      assertThatThrownBy(
              () ->
                  api.send(
                      """
                      {type: HttpRequester, url: "API/?q={{ config['key'] }}", authenticator:
                       {type: ApiKeyAuthenticator, api_token: "{{ config['key'] }}", header: X-Key}}
                      """))
          .isInstanceOfSatisfying(
              DeclarativeException.class,
              e -> assertThat(e.failure()).isEqualTo(Failure.CONFIG_ERROR))
          .hasMessageContaining("unknown key ***")
          .hasMessageNotContaining("s3cret");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{http_codes: [404], action: IGNORE}                        | Ignored",
        "{error_message_contains: gone, action: IGNORE}             | Ignored",
        "{predicate: \"{{ response['gone'] }}\", action: IGNORE}    | Ignored",
        "{http_codes: [404], action: RESET_PAGINATION}              | ResetPagination"
      })
  void aFilterSaysWhatAResponseMeans(String filter, String outcome) {
    try (var api =
        new ManifestApi(
            CONFIG, asked -> Answer.status(404, "{\"gone\": true, \"detail\": \"is gone\"}"))) {
      assertThat(
              api.send(
                      "{type: HttpRequester, url: API, error_handler: {type: DefaultErrorHandler,"
                          + " response_filters: ["
                          + filter
                          + "]}}")
                  .getClass()
                  .getSimpleName())
          .isEqualTo(outcome);
    }
  }

  @Test
  void ofSeveralHandlersTheFirstThatDoesNotLetItFailDecides() {
    try (var api = new ManifestApi(CONFIG, asked -> Answer.status(404, "{}"))) {
      assertThat(
              api.send(
                  """
                  {type: HttpRequester, url: API, error_handler: {type: CompositeErrorHandler,
                   error_handlers: [
                    {type: DefaultErrorHandler, response_filters: [
                     {http_codes: [404], action: FAIL}]},
                    {type: DefaultErrorHandler, response_filters: [
                     {http_codes: [404], action: IGNORE}]}]}}
                  """))
          .isInstanceOf(Outcome.Ignored.class);
    }
  }

  @Test
  void aFailureIsToldAsTheManifestTellsIt() {
    try (var api = new ManifestApi(CONFIG, asked -> Answer.status(200, "{\"ok\": false}"))) {
      assertThatThrownBy(
              () ->
                  api.send(
                      """
                      {type: HttpRequester, url: API, error_handler: {type: DefaultErrorHandler,
                       response_filters: [{http_codes: [200], action: FAIL,
                        failure_type: config_error, error_message: Choose another account}]}}
                      """))
          .isInstanceOfSatisfying(
              DeclarativeException.class,
              e -> assertThat(e.failure()).isEqualTo(Failure.CONFIG_ERROR))
          .hasMessageContaining("Choose another account");
    }
  }

  @Test
  void aLongerWaitThanTheManifestAllowsFailsTheStream() {
    try (var api =
        new ManifestApi(
            CONFIG, asked -> new Answer(429, Map.of("Retry-After", "3600 s"), new byte[0]))) {
      assertThatThrownBy(
              () ->
                  api.send(
                      """
                      {type: HttpRequester, url: API, error_handler: {type: DefaultErrorHandler,
                       backoff_strategies: [{type: WaitTimeFromHeader, header: Retry-After,
                        regex: "[0-9]+", max_waiting_time_in_seconds: 60}]}}
                      """))
          .hasMessageContaining("3600 s");
    }
  }

  @Test
  void whatIsCachedIsAskedOnce() {
    try (var api = new ManifestApi(CONFIG, asked -> Answer.json("[1]"))) {
      for (String path : List.of("a", "a", "b")) {
        api.send("{type: HttpRequester, url: API/" + path + ", use_cache: true}");
      }
      assertThat(api.asked()).hasSize(2);
    }
  }
}
