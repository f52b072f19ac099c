package org.airbytejdbc.declarative;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.airbytejdbc.connector.Connector;
import org.airbytejdbc.connector.ConnectorException;
import org.airbytejdbc.connector.ConnectorException.Kind;
import org.airbytejdbc.connector.MessageStream;
import org.airbytejdbc.connector.ReadRequest;
import org.airbytejdbc.connector.RunOptions;
import org.airbytejdbc.connector.config.ConnectorConfig;
import org.airbytejdbc.connector.protocol.AirbyteCatalog;
import org.airbytejdbc.connector.protocol.ConnectionStatus;
import org.airbytejdbc.connector.protocol.ConnectorSpecification;
import org.airbytejdbc.connector.trace.TraceRequest;
import org.airbytejdbc.connector.trace.TraceStep;
import org.airbytejdbc.declarative.config.ConfigRules;
import org.airbytejdbc.declarative.dynamic.DynamicStreams;
import org.airbytejdbc.declarative.expression.ExpressionException;
import org.airbytejdbc.declarative.http.CallBudget;
import org.airbytejdbc.declarative.http.Connections;
import org.airbytejdbc.declarative.http.HttpTransport;
import org.airbytejdbc.declarative.http.NetworkPolicy;
import org.airbytejdbc.declarative.http.Transport;
import org.airbytejdbc.declarative.http.TransportLimits;
import org.airbytejdbc.declarative.http.Waiting;
import org.airbytejdbc.declarative.json.Json;
import org.airbytejdbc.declarative.manifest.Component;
import org.airbytejdbc.declarative.manifest.Manifest;
import org.airbytejdbc.declarative.request.Requesters;
import org.airbytejdbc.declarative.retrieve.StreamCatalog;
import org.airbytejdbc.declarative.retrieve.Streams;
import org.airbytejdbc.declarative.trace.Trace;
import org.airbytejdbc.declarative.trace.Tracer;
import org.jspecify.annotations.Nullable;

/** A connector that is nothing but a manifest, run inside this JVM. */
public final class DeclarativeConnector implements Connector {
  private final Connections connections = new Connections(TransportLimits.standard());
  private final String name;
  private final Manifest manifest;
  private final Clock clock;
  private final Function<Map<String, @Nullable Object>, NetworkPolicy> networks;

  /**
   * @param networks where a run with that config may reach
   */
  public DeclarativeConnector(
      String name,
      Manifest manifest,
      Clock clock,
      Function<Map<String, @Nullable Object>, NetworkPolicy> networks) {
    this.name = requireNonNull(name, "name");
    this.manifest = requireNonNull(manifest, "manifest");
    this.clock = requireNonNull(clock, "clock");
    this.networks = requireNonNull(networks, "networks");
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String version() {
    return manifest.version();
  }

  @Override
  public boolean installed() {
    return true;
  }

  @Override
  public List<String> ways() {
    return List.of("its manifest, inside the JVM");
  }

  @Override
  public ConnectorSpecification spec(RunOptions options) {
    return new ConnectorSpecification(
        Json.write(manifest.connectionSpecification()), manifest.documentationUrl());
  }

  /** How a user may consent by OAuth, in the spec's own form. */
  Optional<Object> advancedAuth() {
    return manifest.root().component("spec").flatMap(spec -> spec.value("advanced_auth"));
  }

  @Override
  public ConnectionStatus check(ConnectorConfig config, RunOptions options) {
    requirePure();
    try (Runtime runtime = runtime(config, overrides(), options)) {
      Streams streams = streams(runtime, options);
      new ManifestCheck(manifest, streams, dynamic(streams)).run();
      return new ConnectionStatus(true, "");
    } catch (DeclarativeException | ExpressionException e) {
      return new ConnectionStatus(false, String.valueOf(e.getMessage()));
    }
  }

  /** What a check sees in place of what the config says. */
  private Map<String, @Nullable Object> overrides() {
    return manifest
        .root()
        .component("check")
        .map(check -> check.map("config_overrides"))
        .orElse(Map.of());
  }

  @Override
  public AirbyteCatalog discover(ConnectorConfig config, RunOptions options) {
    requirePure();
    try (Runtime runtime = runtime(config, Map.of(), options)) {
      Streams streams = streams(runtime, options);
      return new AirbyteCatalog(
          dynamic(streams).all(manifest).stream()
              .map(stream -> StreamCatalog.describe(stream, streams))
              .toList());
    } catch (DeclarativeException | ExpressionException e) {
      throw failed(e);
    }
  }

  @Override
  public MessageStream read(ReadRequest request, RunOptions options) {
    requirePure();
    Runtime runtime;
    try {
      runtime = runtime(request.config(), Map.of(), options);
    } catch (DeclarativeException | ExpressionException e) {
      throw failed(e);
    }
    return new RunningRead(
        name,
        messages -> {
          try {
            Streams streams = streams(runtime, options);
            new ManifestRead(name, manifest, runtime, streams, dynamic(streams))
                .read(request, messages);
          } catch (DeclarativeException | ExpressionException e) {
            throw failed(e);
          }
        },
        runtime);
  }

  @Override
  public List<TraceStep> trace(TraceRequest request, RunOptions options) {
    requirePure();
    Trace trace =
        new Trace(
            manifest.connectionSpecification(), request.config().redactor(), request.records());
    try (Runtime runtime = runtime(request.config(), Map.of(), options, trace)) {
      Streams streams = streams(runtime, options);
      Component stream =
          dynamic(streams)
              .find(manifest, request.stream())
              .orElseThrow(() -> ManifestRead.unknown(request.stream()));
      new SliceTrace(streams, trace).read(stream, request);
    } catch (DeclarativeException | ExpressionException e) {
      trace.add(TraceStep.Kind.ERROR, "", String.valueOf(e.getMessage()));
    }
    return trace.steps();
  }

  private Runtime runtime(
      ConnectorConfig config, Map<String, @Nullable Object> overrides, RunOptions options) {
    return runtime(config, overrides, options, Tracer.SILENT);
  }

  private Runtime runtime(
      ConnectorConfig config,
      Map<String, @Nullable Object> overrides,
      RunOptions options,
      Tracer tracer) {
    Map<String, @Nullable Object> given = Json.readObject(config.reveal());
    ConfigRules rules = ConfigRules.read(manifest.root(), clock);
    Map<String, @Nullable Object> values = rules.migrated(given);
    if (!values.equals(given)) {
      options.listener().configChanged(name, Json.write(values));
    }
    Map<String, @Nullable Object> seen = rules.completed(values);
    seen.putAll(overrides);
    tracer.configured(seen);
    return new Runtime(
        seen,
        clock,
        new HttpTransport(connections, networks.apply(values), options.cancellation()),
        options.cancellation(),
        tracer);
  }

  /** Those of one run, which share tokens, answers and the budget of requests. */
  private Streams streams(Runtime runtime, RunOptions options) {
    Consumer<Map<String, @Nullable Object>> changed =
        config -> {
          runtime.tracer().configured(config);
          options.listener().configChanged(name, Json.write(config));
        };
    Transport transport =
        manifest
            .root()
            .component("api_budget")
            .map(
                budget ->
                    CallBudget.read(budget, runtime.scope())
                        .before(runtime.transport(), new Waiting(runtime.cancellation())))
            .orElse(runtime.transport());
    return Streams.of(manifest, runtime, new Requesters(runtime, transport, changed));
  }

  private static DynamicStreams dynamic(Streams streams) {
    return new DynamicStreams(streams.runtime(), streams::records);
  }

  /**
   * Throws a {@link ConnectorException} of kind LAUNCH_FAILED if the manifest has components that
   * are written in Python.
   */
  public void requirePure() {
    Optional<String> custom = manifest.customComponent();
    if (custom.isPresent()) {
      throw new ConnectorException(
          Kind.LAUNCH_FAILED,
          name + " needs Python: its manifest has a component of its own, " + custom.get(),
          "Give their code with components=FILE, and Python runs it, or take an image with run=docker");
    }
  }

  private ConnectorException failed(RuntimeException e) {
    Kind kind =
        e instanceof DeclarativeException told
                && told.failure() == DeclarativeException.Failure.CONFIG_ERROR
            ? Kind.INVALID_CONFIG
            : Kind.CONNECTOR_FAILED;
    return new ConnectorException(kind, name + ": " + e.getMessage(), "", e);
  }
}
