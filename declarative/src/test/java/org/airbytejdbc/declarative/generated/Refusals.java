package org.airbytejdbc.declarative.generated;

import static org.airbytejdbc.declarative.generated.Parts.part;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the API refuses, and what the manifest makes of it. */
record Refusals(Optional<Map<String, Object>> handler, Kind kind, int status) {
  /** What is refused: nothing, a partition for good, some requests once, the second page. */
  enum Kind {
    NONE,
    PARTITION,
    ONCE,
    SECOND_PAGE
  }

  /** Filters look into bodies that the CDK does not read piecewise: there, none is left after. */
  static Refusals of(Choices choices, boolean isPiecewise) {
    Kind kind = choices.of(Kind.NONE, Kind.NONE, Kind.PARTITION, Kind.ONCE, Kind.SECOND_PAGE);
    int status = choices.of(404, 403, 400, 429, 500, 503, isPiecewise ? 404 : 200);
    return switch (kind) {
      case NONE -> new Refusals(Optional.empty(), kind, status);
      case ONCE ->
          new Refusals(
              Optional.of(waiting(choices, again(choices, status, isPiecewise))), kind, status);
      default -> new Refusals(handler(choices, status, isPiecewise), kind, status);
    };
  }

  private static Map<String, Object> again(Choices choices, int status, boolean isPiecewise) {
    return part(
        "DefaultErrorHandler",
        "max_retries",
        choices.of(2, 3),
        "response_filters",
        List.of(filter(choices, status, isPiecewise, choices.of("RETRY", "RATE_LIMITED"))));
  }

  /** Without a strategy of its own, the CDK waits for seconds. */
  private static Map<String, Object> waiting(Choices choices, Map<String, Object> handler) {
    handler.put(
        "backoff_strategies",
        List.of(
            choices.of(
                part("ConstantBackoffStrategy", "backoff_time_in_seconds", 0.02),
                part("WaitTimeFromHeader", "header", "Wait"),
                part("WaitTimeFromHeader", "header", "Wait-Text", "regex", "([.\\d]+)"))));
    return handler;
  }

  private static Map<String, Object> filter(
      Choices choices, int status, boolean isPiecewise, String action) {
    var byStatus = part("HttpResponseFilter", "http_codes", List.of(status), "action", action);
    if (isPiecewise) {
      return byStatus;
    }
    return choices.of(
        byStatus,
        part("HttpResponseFilter", "predicate", "{{ response.get('gone') }}", "action", action),
        part("HttpResponseFilter", "error_message_contains", "nope", "action", action),
        part(
            "HttpResponseFilter", "predicate", "{{ headers['Gone'] == 'yes' }}", "action", action));
  }

  private static Optional<Map<String, Object>> handler(
      Choices choices, int status, boolean isPiecewise) {
    String action = choices.of("IGNORE", "IGNORE", "FAIL", "SUCCESS", "RETRY");
    var single =
        part(
            "DefaultErrorHandler",
            "response_filters",
            List.of(filter(choices, status, isPiecewise, action)));
    var handler = waiting(choices, single);
    handler.put("max_retries", 1);
    if (!choices.maybe()) {
      return Optional.of(handler);
    }
    var other =
        part(
            "DefaultErrorHandler",
            "max_retries",
            0,
            "response_filters",
            List.of(part("HttpResponseFilter", "http_codes", List.of(418), "action", "FAIL")));
    return Optional.of(
        part(
            "CompositeErrorHandler",
            "error_handlers",
            choices.maybe() ? List.of(waiting(choices, other), handler) : List.of(handler, other)));
  }
}
