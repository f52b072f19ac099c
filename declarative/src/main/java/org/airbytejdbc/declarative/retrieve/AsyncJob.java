package org.airbytejdbc.declarative.retrieve;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.airbytejdbc.declarative.DeclarativeException;
import org.airbytejdbc.declarative.DeclarativeException.Failure;
import org.airbytejdbc.declarative.decode.Decoder;
import org.airbytejdbc.declarative.expression.Scope;
import org.airbytejdbc.declarative.extract.RecordExtractor;
import org.airbytejdbc.declarative.http.PythonText;
import org.airbytejdbc.declarative.http.Requester;
import org.airbytejdbc.declarative.http.Requester.Injected;
import org.airbytejdbc.declarative.http.Requester.Outcome;
import org.airbytejdbc.declarative.http.Response;
import org.airbytejdbc.declarative.http.Waiting;
import org.jspecify.annotations.Nullable;

/**
 * What makes an API do a job, and waits until it is done. Immutable, for any thread.
 *
 * @param timeout how long one try may take
 * @param afterFailure how long to wait before a failed job is tried again
 */
record AsyncJob(
    Requester creation,
    Requester polling,
    Optional<Requester> abort,
    Decoder decoder,
    RecordExtractor status,
    Map<String, AsyncStatus> words,
    Duration timeout,
    Duration afterFailure,
    Waiting waiting) {
  private static final int TRIES = 3;
  private static final Duration FIRST_WAIT = Duration.ofMillis(250);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

  /**
   * Blocks until the job is done.
   *
   * @param scope config and {@code stream_slice}
   * @return how it ended; empty where there is nothing to be had
   */
  Optional<Polled> run(Scope scope) {
    for (int attempt = 1; ; attempt++) {
      Scope created = scope.with("creation_response", response(creation, scope).json());
      Polled last = poll(created);
      switch (last.status) {
        case COMPLETED -> {
          return Optional.of(last);
        }
        case SKIPPED -> {
          return Optional.empty();
        }
        case RUNNING, TIMEOUT -> abort.ifPresent(requester -> response(requester, last.scope));
        case FAILED -> {}
      }
      if (attempt == TRIES) {
        throw new DeclarativeException(
            Failure.TRANSIENT_ERROR,
            "A job of the API was tried "
                + TRIES
                + " times; the last ended as "
                + (last.status == AsyncStatus.FAILED ? "failed" : "too slow"));
      }
      if (last.status == AsyncStatus.FAILED && !afterFailure.isZero()) {
        waiting.until(afterFailure);
      }
    }
  }

  /**
   * What the API says of a job.
   *
   * @param scope with {@code creation_response} and {@code polling_response}
   */
  record Polled(AsyncStatus status, Response response, Scope scope) {}

  private Polled poll(Scope created) {
    long start = System.nanoTime();
    Duration wait = FIRST_WAIT;
    while (true) {
      Response response = response(polling, created);
      Scope scope = created.with("polling_response", response.json());
      Polled polled = new Polled(statusIn(response, scope), response, scope);
      if (polled.status != AsyncStatus.RUNNING || System.nanoTime() - start > timeout.toNanos()) {
        return polled;
      }
      waiting.until(wait);
      wait = wait.compareTo(LONGEST_WAIT) < 0 ? wait.multipliedBy(2) : LONGEST_WAIT;
    }
  }

  private AsyncStatus statusIn(Response response, Scope scope) {
    Iterator<@Nullable Object> bodies = decoder.decode(response);
    List<@Nullable Object> found =
        bodies.hasNext() ? status.extract(bodies.next(), scope) : List.of();
    String word = found.isEmpty() ? "" : PythonText.of(found.get(0));
    AsyncStatus known = words.get(word);
    if (known == null) {
      throw new DeclarativeException(
          Failure.SYSTEM_ERROR,
          "The API says of a job the status \"" + word + "\", which status_mapping lacks");
    }
    return known;
  }

  static Response response(Requester requester, Scope scope) {
    Outcome outcome = requester.send(Injected.none(), scope.with("next_page_token", null));
    if (outcome instanceof Outcome.Success success) {
      return success.response();
    }
    if (outcome instanceof Outcome.Ignored ignored) {
      return ignored.response();
    }
    throw new DeclarativeException(
        Failure.SYSTEM_ERROR, "A job has no pages that could begin anew");
  }
}
