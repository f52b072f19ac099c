package org.airbytejdbc.declarative.request;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.airbytejdbc.connector.config.Redactor;
import org.airbytejdbc.declarative.DeclarativeException;
import org.airbytejdbc.declarative.DeclarativeException.Failure;
import org.airbytejdbc.declarative.auth.Authenticator;
import org.airbytejdbc.declarative.expression.Scope;
import org.airbytejdbc.declarative.failure.Action;
import org.airbytejdbc.declarative.failure.ApiMessage;
import org.airbytejdbc.declarative.failure.ErrorHandler;
import org.airbytejdbc.declarative.failure.Reply;
import org.airbytejdbc.declarative.failure.Resolution;
import org.airbytejdbc.declarative.http.Request;
import org.airbytejdbc.declarative.http.Requester;
import org.airbytejdbc.declarative.http.Response;
import org.airbytejdbc.declarative.http.Transport;
import org.airbytejdbc.declarative.http.Waiting;
import org.airbytejdbc.declarative.trace.Tracer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Requests over HTTP, tried as often as the error handler says, but not for ever. */
record HttpRequester(
    Composer composer,
    Authenticator authenticator,
    ErrorHandler errors,
    Transport transport,
    Waiting waiting,
    Tracer tracer,
    String place,
    Scope config)
    implements Requester {
  private static final Logger LOG = LoggerFactory.getLogger(HttpRequester.class);

  /**
   * After so long a request is not sent again, except where the API limits the rate: as the CDK.
   */
  private static final Duration LONGEST = Duration.ofMinutes(10);

  /** The CDK waits a second more than a manifest or a header says. */
  private static final Duration MARGIN = Duration.ofSeconds(1);

  private static final int LONGEST_MESSAGE = 500;
  private static final int MOST_DOUBLINGS = 10;

  @Override
  public Outcome send(Injected injected, Scope scope) {
    int retries = errors.maxRetries(config);
    long start = System.nanoTime();
    boolean renewed = false;
    for (int attempt = 1; ; attempt++) {
      Injected credentials = authenticator.credentials();
      tracer.authenticated(credentials);
      Request request = composer.compose(credentials, injected, scope);
      Reply reply = reply(request);
      Resolution resolution = errors.judge(reply, config);
      Action action = resolution.action();
      if (!action.isRetry()) {
        tracer.judged(place, resolution, Optional.empty());
        return outcome(action, resolution, reply, request, credentials);
      }
      if (action == Action.REFRESH_TOKEN_THEN_RETRY) {
        if (renewed) {
          throw failed(resolution, Failure.CONFIG_ERROR, reply, request, credentials);
        }
        renewed = authenticator.renew(credentials);
      }
      Duration wait = wait(action, reply, attempt);
      boolean late =
          action != Action.RATE_LIMITED
              && System.nanoTime() - start + wait.toNanos() > LONGEST.toNanos();
      boolean last = attempt > retries || late;
      tracer.judged(place, resolution, Optional.of(wait).filter(time -> !last));
      if (last) {
        throw failed(resolution, resolution.failure(), reply, request, credentials);
      }
      LOG.debug("{}: {}; sent again in {}", request, resolution.message(), wait);
      waiting.until(wait);
    }
  }

  private Reply reply(Request request) {
    try {
      return new Reply.Received(transport.send(request));
    } catch (UncheckedIOException e) {
      return new Reply.Lost(e);
    }
  }

  private Duration wait(Action action, Reply reply, int attempt) {
    Optional<Duration> asked = errors.backoff(reply, attempt, config);
    if (asked.isPresent()) {
      return asked.get().plus(MARGIN);
    }
    return Duration.ofSeconds(1L << Math.min(attempt - 1, MOST_DOUBLINGS));
  }

  private Outcome outcome(
      Action action, Resolution resolution, Reply reply, Request request, Injected credentials) {
    switch (action) {
      case SUCCESS, IGNORE -> {
        Response response =
            reply
                .response()
                .orElseThrow(
                    () -> failed(resolution, Failure.TRANSIENT_ERROR, reply, request, credentials));
        return action == Action.SUCCESS && response.isOk()
            ? new Outcome.Success(response)
            : new Outcome.Ignored(response);
      }
      case RESET_PAGINATION -> {
        return new Outcome.ResetPagination();
      }
      case REDUCE_PAGE_SIZE, SPLIT_REQUEST_WINDOW ->
          throw new DeclarativeException(
              Failure.SYSTEM_ERROR,
              "The action " + action + " of an error handler is not supported");
      default -> throw failed(resolution, resolution.failure(), reply, request, credentials);
    }
  }

  /** What happened, in the manifest's words, and the API's own. */
  private static DeclarativeException failed(
      Resolution resolution, Failure failure, Reply reply, Request request, Injected credentials) {
    String said =
        reply
            .response()
            .filter(response -> !response.isOk())
            .flatMap(ApiMessage::of)
            .filter(message -> !resolution.message().contains(message))
            .map(message -> ". The API says: " + shortened(message))
            .orElse("");
    String happened =
        resolution.message().isEmpty()
            ? reply
                .response()
                .map(response -> "HTTP status " + response.status())
                .orElse("No response")
            : resolution.message();
    return new DeclarativeException(
        failure, redactor(credentials).redact(request + ": " + happened + said));
  }

  private static String shortened(String message) {
    String line = message.replaceAll("\\s+", " ").strip();
    return line.length() <= LONGEST_MESSAGE ? line : line.substring(0, LONGEST_MESSAGE) + "…";
  }

  /** An API may repeat what it was sent. */
  private static Redactor redactor(Injected credentials) {
    List<String> secrets = new ArrayList<>();
    Stream.of(
            credentials.headers(),
            credentials.parameters(),
            credentials.bodyData(),
            credentials.bodyJson())
        .map(Map::values)
        .forEach(values -> values.forEach(value -> secrets.add(String.valueOf(value))));
    List.copyOf(secrets).forEach(secret -> secrets.addAll(List.of(secret.split(" "))));
    secrets.removeIf(secret -> secret.equals("Bearer") || secret.equals("Basic"));
    return Redactor.NONE.with(secrets);
  }
}
