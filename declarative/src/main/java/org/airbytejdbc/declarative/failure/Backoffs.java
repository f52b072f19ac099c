package org.airbytejdbc.declarative.failure;

import java.time.Clock;
import org.airbytejdbc.declarative.manifest.Component;

/** Reads the backoff strategies of a manifest. */
final class Backoffs {
  private static final long USUAL_FACTOR = 5;

  private Backoffs() {}

  static Backoff read(Component strategy) {
    return switch (strategy.type()) {
      case "ConstantBackoffStrategy" ->
          new ConstantBackoff(
              strategy.requiredExpression("backoff_time_in_seconds"), Jitter.read(strategy));
      case "ExponentialBackoffStrategy" ->
          new ExponentialBackoff(
              strategy.expression("factor", USUAL_FACTOR), Jitter.read(strategy));
      case "WaitTimeFromHeader" ->
          new WaitTimeFromHeader(HeaderNumber.read(strategy), LongestWait.read(strategy));
      case "WaitUntilTimeFromHeader" ->
          new WaitUntilTimeFromHeader(
              HeaderNumber.read(strategy),
              strategy.expression("min_wait"),
              LongestWait.read(strategy),
              Clock.systemUTC());
      case "WaitTimeFromResponse" ->
          new WaitTimeFromResponse(
              strategy.requiredExpression("wait_time_in_seconds"), LongestWait.read(strategy));
      default -> throw strategy.unknown();
    };
  }
}
