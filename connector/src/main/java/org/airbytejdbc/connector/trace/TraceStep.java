package org.airbytejdbc.connector.trace;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;

/**
 * Something that happened while a slice was read. Holds no secret.
 *
 * @param path where in the connector's definition it is said
 * @param text what happened
 * @param value an expression's value, or a body; empty for none
 * @param headers a JSON object
 * @param elapsed how long it took to be answered
 */
public record TraceStep(
    Kind kind,
    String path,
    String text,
    Optional<String> value,
    Optional<String> headers,
    Optional<Integer> status,
    Optional<Duration> elapsed) {
  /** What happened. */
  public enum Kind {
    /** A slice begins. */
    SLICE,
    /** An expression was evaluated. */
    EXPRESSION,
    /** A request was sent. */
    REQUEST,
    /** It was answered, or was not. */
    RESPONSE,
    /** A response was found to be no success. */
    ACTION,
    /** A record as it was found in a response. */
    EXTRACTED,
    /** The record as the stream gives it. */
    RECORD,
    /** The record was filtered out. */
    DROPPED,
    /** The state after the slice. */
    STATE,
    /** The slice failed. */
    ERROR,
    /** More than was to be shown. */
    LEFT_OUT
  }

  public TraceStep {
    requireNonNull(kind, "kind");
    requireNonNull(path, "path");
    requireNonNull(text, "text");
    requireNonNull(value, "value");
    requireNonNull(headers, "headers");
    requireNonNull(status, "status");
    requireNonNull(elapsed, "elapsed");
  }
}
