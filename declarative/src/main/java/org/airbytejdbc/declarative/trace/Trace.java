package org.airbytejdbc.declarative.trace;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.airbytejdbc.connector.config.Redactor;
import org.airbytejdbc.connector.trace.TraceStep;
import org.airbytejdbc.connector.trace.TraceStep.Kind;
import org.airbytejdbc.declarative.DeclarativeException;
import org.airbytejdbc.declarative.expression.PythonText;
import org.airbytejdbc.declarative.expression.Template;
import org.airbytejdbc.declarative.failure.Action;
import org.airbytejdbc.declarative.failure.Resolution;
import org.airbytejdbc.declarative.http.Request;
import org.airbytejdbc.declarative.http.RequestUrl;
import org.airbytejdbc.declarative.http.Requester.Injected;
import org.airbytejdbc.declarative.http.Response;
import org.airbytejdbc.declarative.http.Transport;
import org.airbytejdbc.declarative.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a run in their order, as many as are worth reading. Secrets are taken out at the
 * end, when all of them are known. Thread-safe.
 */
public final class Trace implements Tracer {
  private static final int MOST_STEPS = 1_000;

  private final long records;
  private final Secrets secrets;
  private final List<TraceStep> steps = new ArrayList<>();
  private final Map<String, Long> extracted = new HashMap<>();
  private boolean muted;
  private long leftOut;

  /**
   * @param spec what a config looks like, which tells the names of secrets
   * @param redactor of the config
   * @param records how many are shown of each stream
   */
  public Trace(Map<String, @Nullable Object> spec, Redactor redactor, long records) {
    this.secrets = new Secrets(new SecretNames(spec), requireNonNull(redactor, "redactor"));
    this.records = records;
  }

  /** What happened so far, without secrets and with long texts cut. */
  public synchronized List<TraceStep> steps() {
    List<TraceStep> shown = new ArrayList<>();
    for (TraceStep step : steps) {
      shown.add(
          new TraceStep(
              step.kind(),
              step.path(),
              shown(step.text()),
              step.value().map(this::shown),
              step.headers().map(this::shown),
              step.status(),
              step.elapsed()));
    }
    if (leftOut > 0) {
      shown.add(plain(Kind.LEFT_OUT, "", leftOut + " more steps", Optional.empty()));
    }
    return shown;
  }

  private String shown(String text) {
    return ShownText.shortened(secrets.redact(text));
  }

  /** A step that has neither headers nor a status. */
  public void add(Kind kind, String place, String text) {
    add(plain(kind, place, ShownText.kept(text), Optional.empty()));
  }

  @Override
  public synchronized void configured(Map<String, @Nullable Object> config) {
    secrets.config(config);
  }

  @Override
  public synchronized void authenticated(Injected credentials) {
    secrets.credentials(credentials);
  }

  @Override
  public synchronized void evaluated(Template template, @Nullable Object value) {
    if (!template.isConstant()) {
      boolean hidden = secrets.isMade(template.toString(), template.place(), value);
      String shown = hidden ? Secrets.HIDDEN : PythonText.repr(value);
      add(
          plain(
              Kind.EXPRESSION,
              template.place(),
              template.toString(),
              Optional.of(ShownText.kept(shown))));
    }
  }

  @Override
  public Transport before(Transport transport, String place) {
    return new TracedTransport(transport, place, this);
  }

  synchronized void sending(String place, Request request) {
    secrets.members(request.headers());
    secrets.members(request.parameters());
    if (request.body() instanceof Request.Body.Json json) {
      secrets.members(json.value());
    } else if (request.body() instanceof Request.Body.Form form) {
      secrets.members(form.fields());
    }
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    request.body().contentType().ifPresent(type -> headers.put("Content-Type", type));
    headers.putAll(request.headers());
    add(
        new TraceStep(
            Kind.REQUEST,
            place,
            request.method() + " " + url(request),
            ShownText.body(request),
            headers(headers),
            Optional.empty(),
            Optional.empty()));
  }

  /** As it was composed, where that is no URL. */
  private static String url(Request request) {
    try {
      return RequestUrl.of(request).toString();
    } catch (DeclarativeException none) {
      return request.url();
    }
  }

  synchronized void answered(String place, Response response, Duration elapsed) {
    secrets.members(response.headers());
    secrets.members(response.json());
    boolean login = response.isOk() && place.contains("authenticator");
    add(
        new TraceStep(
            Kind.RESPONSE,
            place,
            "%,d bytes from %s".formatted(response.body().length, where(response.url())),
            login ? ShownText.login(response, secrets) : ShownText.body(response),
            headers(response.headers()),
            Optional.of(response.status()),
            Optional.of(elapsed)));
  }

  /** Without its query: a redirect may have signed it. */
  private static String where(URI url) {
    return url.toString().replaceFirst("\\?.*", "");
  }

  private Optional<String> headers(Map<String, String> headers) {
    return headers.isEmpty() ? Optional.empty() : Optional.of(Json.write(headers));
  }

  synchronized void unanswered(String place, RuntimeException why, Duration elapsed) {
    add(
        new TraceStep(
            Kind.RESPONSE,
            place,
            "none: " + why.getMessage(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(elapsed)));
  }

  @Override
  public void judged(String place, Resolution resolution, Optional<Duration> wait) {
    if (resolution.action() != Action.SUCCESS) {
      String then = wait.map(time -> " in %.1f s".formatted(time.toMillis() / 1e3)).orElse("");
      String why = resolution.message().isEmpty() ? "" : ": " + resolution.message();
      add(Kind.ACTION, place + ".error_handler", resolution.action() + then + why);
    }
  }

  @Override
  public synchronized void extracted(String place, Map<String, @Nullable Object> record) {
    muted = extracted.merge(place, 1L, Long::sum) > records;
    add(Kind.EXTRACTED, place, Json.write(record));
  }

  @Override
  public synchronized void selected(String place, Optional<Map<String, @Nullable Object>> record) {
    if (record.isPresent()) {
      add(Kind.RECORD, place, Json.write(record.get()));
    } else {
      add(Kind.DROPPED, place, "");
    }
    muted = false;
  }

  private static TraceStep plain(Kind kind, String place, String text, Optional<String> value) {
    return new TraceStep(
        kind, place, text, value, Optional.empty(), Optional.empty(), Optional.empty());
  }

  private synchronized void add(TraceStep step) {
    if (muted || steps.size() >= MOST_STEPS) {
      leftOut++;
    } else {
      steps.add(step);
    }
  }
}
