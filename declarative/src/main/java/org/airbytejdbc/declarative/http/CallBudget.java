package org.airbytejdbc.declarative.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.airbytejdbc.declarative.expression.Scope;
import org.airbytejdbc.declarative.manifest.Component;

/**
 * How many requests a manifest allows itself: the first policy that matches a request says whether
 * it must wait. Shared by all streams of a run. Thread-safe.
 */
public final class CallBudget {
  private record Rule(List<RequestMatcher> matchers, CallPolicy policy) {
    /** Empty where the rule is not for the request. */
    Optional<Integer> weight(Request request) {
      return matchers.isEmpty()
          ? Optional.of(1)
          : matchers.stream()
              .filter(matcher -> matcher.matches(request))
              .findFirst()
              .map(RequestMatcher::weight);
    }
  }

  private final List<Rule> rules;
  private final String resetHeader;
  private final String leftHeader;
  private final List<String> hits;

  private CallBudget(List<Rule> rules, String resetHeader, String leftHeader, List<String> hits) {
    this.rules = rules;
    this.resetHeader = resetHeader;
    this.leftHeader = leftHeader;
    this.hits = hits;
  }

  /** Reads an {@code HTTPAPIBudget}. */
  public static CallBudget read(Component budget, Scope config) {
    List<String> hits =
        budget.items("status_codes_for_ratelimit_hit").stream().map(String::valueOf).toList();
    return new CallBudget(
        budget.components("policies").stream().map(policy -> rule(policy, config)).toList(),
        budget.text("ratelimit_reset_header").orElse("ratelimit-reset"),
        budget.text("ratelimit_remaining_header").orElse("ratelimit-remaining"),
        hits.isEmpty() ? List.of("429") : hits);
  }

  private static Rule rule(Component policy, Scope config) {
    CallPolicy calls =
        switch (policy.type()) {
          case "UnlimitedCallRatePolicy" -> wanted -> Duration.ZERO;
          case "FixedWindowCallRatePolicy" ->
              new FixedWindow(
                  number(policy, "call_limit", config),
                  interval(policy, "period"),
                  Clock.systemUTC());
          case "MovingWindowCallRatePolicy" ->
              new MovingWindow(
                  policy.components("rates").stream()
                      .map(
                          rate ->
                              new MovingWindow.Rate(
                                  number(rate, "limit", config), interval(rate, "interval")))
                      .toList());
          default -> throw policy.unknown();
        };
    return new Rule(
        policy.components("matchers").stream().map(RequestMatcher::read).toList(), calls);
  }

  private static int number(Component component, String field, Scope config) {
    try {
      return Integer.parseInt(PythonText.of(component.requiredExpression(field).value(config)));
    } catch (NumberFormatException e) {
      throw component.problem(field + " is no whole number");
    }
  }

  /** ISO 8601; a month is 30 days here. */
  private static Duration interval(Component component, String field) {
    String[] parts = component.requiredText(field).split("T", 2);
    Period days = parts[0].equals("P") ? Period.ZERO : Period.parse(parts[0]);
    Duration rest = parts.length == 1 ? Duration.ZERO : Duration.parse("PT" + parts[1]);
    return rest.plusDays(days.toTotalMonths() * 30 + days.getDays());
  }

  /** The transport, asked only as often as the budget allows. Closing it closes nothing. */
  public Transport before(Transport transport, Waiting waiting) {
    return new Transport() {
      @Override
      public Response send(Request request) {
        for (Rule rule : rules) {
          Optional<Integer> weight = rule.weight(request);
          if (weight.isPresent()) {
            return CallBudget.this.send(request, transport, rule.policy, weight.get(), waiting);
          }
        }
        return transport.send(request);
      }

      @Override
      public void close() {}
    };
  }

  private Response send(
      Request request, Transport transport, CallPolicy policy, int weight, Waiting waiting) {
    Duration wait = policy.take(weight);
    while (!wait.isZero()) {
      waiting.until(wait);
      wait = policy.take(weight);
    }
    Response response = transport.send(request);
    policy.update(left(response), number(response, resetHeader).map(Instant::ofEpochSecond));
    return response;
  }

  private Optional<Integer> left(Response response) {
    Optional<Integer> hit =
        hits.contains(String.valueOf(response.status())) ? Optional.of(0) : Optional.empty();
    return number(response, leftHeader).map(Math::toIntExact).or(() -> hit);
  }

  private static Optional<Long> number(Response response, String header) {
    try {
      return response.header(header).map(Long::parseLong);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
