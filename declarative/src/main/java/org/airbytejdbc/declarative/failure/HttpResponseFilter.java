package org.airbytejdbc.declarative.failure;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.airbytejdbc.declarative.DeclarativeException.Failure;
import org.airbytejdbc.declarative.expression.Scope;
import org.airbytejdbc.declarative.http.PythonText;
import org.airbytejdbc.declarative.http.Response;
import org.airbytejdbc.declarative.manifest.Component;
import org.airbytejdbc.declarative.manifest.Expression;
import org.jspecify.annotations.Nullable;

/**
 * What a response means if it has one of these statuses, or fulfils the predicate, or the API's
 * message holds a text. Immutable.
 */
record HttpResponseFilter(
    Optional<Action> action,
    Optional<Failure> failure,
    Set<Integer> statuses,
    Optional<String> contained,
    Optional<Expression> predicate,
    Optional<Expression> message) {
  static HttpResponseFilter read(Component filter) {
    Set<Integer> statuses = new HashSet<>();
    filter.items("http_codes").forEach(status -> statuses.add(number(status, filter)));
    return new HttpResponseFilter(
        filter.text("action").map(name -> constant(Action.class, name, filter)),
        filter.text("failure_type").map(name -> constant(Failure.class, name, filter)),
        Set.copyOf(statuses),
        filter.text("error_message_contains").filter(text -> !text.isEmpty()),
        filter.text("predicate").filter(text -> !text.isEmpty()).map(filter::template),
        filter.text("error_message").filter(text -> !text.isEmpty()).map(filter::template));
  }

  private static int number(@Nullable Object status, Component filter) {
    try {
      return Integer.parseInt(String.valueOf(status));
    } catch (NumberFormatException e) {
      throw filter.problem("http_codes are numbers");
    }
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String name, Component filter) {
    try {
      return Enum.valueOf(type, name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw filter.problem("there is no " + type.getSimpleName() + " \"" + name + "\"");
    }
  }

  /** What the response means; empty where it does not match, or no action is given. */
  Optional<Resolution> match(Response response, Scope scope) {
    Scope seen = seen(response, scope);
    return action
        .filter(
            does ->
                statuses.contains(response.status())
                    || predicate.map(condition -> condition.test(seen)).orElse(false)
                    || contained.map(text -> holds(response, text)).orElse(false))
        .map(does -> resolution(does, response, seen));
  }

  private static boolean holds(Response response, String text) {
    return ApiMessage.of(response).map(message -> message.contains(text)).orElse(false);
  }

  private Resolution resolution(Action does, Response response, Scope seen) {
    Resolution usual = UsualResolutions.of(new Reply.Received(response));
    String said =
        message
            .map(template -> template.value(seen))
            .filter(value -> !"".equals(value))
            .map(PythonText::of)
            .orElse(usual.message());
    return new Resolution(
        does, failure.filter(type -> does == Action.FAIL).orElse(usual.failure()), said);
  }

  /** A body that is no JSON is an empty object to expressions. */
  private static Scope seen(Response response, Scope scope) {
    Object body = response.isJson() ? response.json() : Map.of();
    String url =
        response.url().getScheme()
            + "://"
            + response.url().getAuthority()
            + response.url().getRawPath();
    return scope
        .with("response", body)
        .with("headers", response.headers())
        .with("request_url", url);
  }
}
