package org.airbytejdbc.declarative.trace;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.airbytejdbc.declarative.expression.Evaluations;
import org.airbytejdbc.declarative.expression.Template;
import org.airbytejdbc.declarative.failure.Resolution;
import org.airbytejdbc.declarative.http.Requester.Injected;
import org.airbytejdbc.declarative.http.Transport;
import org.jspecify.annotations.Nullable;

/**
 * Hears what a run does, each time with the place in the manifest. Called on the running threads;
 * must not throw.
 */
public interface Tracer extends Evaluations {
  /** Hears nothing. */
  Tracer SILENT = new Tracer() {};

  @Override
  default void evaluated(Template template, @Nullable Object value) {}

  /** The config that the run goes by from now on. */
  default void configured(Map<String, @Nullable Object> config) {}

  /** What makes requests the user's. */
  default void authenticated(Injected credentials) {}

  /** The transport, heard; closing it closes nothing. */
  default Transport before(Transport transport, String place) {
    return transport;
  }

  /**
   * What an error handler made of a response.
   *
   * @param wait how long until the request is sent again, if it is
   */
  default void judged(String place, Resolution resolution, Optional<Duration> wait) {}

  /** A record as it was found; what is heard until it is selected is about it. */
  default void extracted(String place, Map<String, @Nullable Object> record) {}

  /** The record that was extracted last, as it is given out; empty where it is not. */
  default void selected(String place, Optional<Map<String, @Nullable Object>> record) {}
}
