package org.airbytejdbc.declarative;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.airbytejdbc.connector.ConnectorException;
import org.airbytejdbc.connector.ConnectorListener;
import org.airbytejdbc.connector.MessageStream;
import org.airbytejdbc.connector.ReadRequest;
import org.airbytejdbc.connector.RunOptions;
import org.airbytejdbc.connector.config.ConnectorConfig;
import org.airbytejdbc.connector.protocol.AirbyteStream;
import org.airbytejdbc.connector.protocol.CatalogJson;
import org.airbytejdbc.connector.protocol.ConfiguredCatalog;
import org.airbytejdbc.connector.protocol.ConfiguredStream;
import org.airbytejdbc.connector.protocol.ConnectionStatus;
import org.airbytejdbc.connector.protocol.DestinationSyncMode;
import org.airbytejdbc.connector.protocol.Message;
import org.airbytejdbc.connector.protocol.RecordMessage;
import org.airbytejdbc.connector.protocol.StateInput;
import org.airbytejdbc.connector.protocol.StateMessage;
import org.airbytejdbc.connector.protocol.SyncMode;
import org.airbytejdbc.connector.protocol.TraceMessage;
import org.airbytejdbc.declarative.http.NetworkPolicy;
import org.airbytejdbc.declarative.manifest.Manifest;
import org.jspecify.annotations.Nullable;

/**
 * The command line of Airbyte's {@code source-declarative-manifest}: messages of the protocol, one
 * a line. It trusts its manifest, which is its author's own, to reach any network.
 */
public final class ManifestProgram {
  private final PrintStream out;
  private final Clock clock;

  /**
   * @param environment {@code MOCK_NOW} stops the clock at that instant
   */
  public ManifestProgram(PrintStream out, Map<String, String> environment) {
    this.out = out;
    String now = environment.getOrDefault("MOCK_NOW", "");
    this.clock =
        now.isEmpty() ? Clock.systemUTC() : Clock.fixed(Instant.parse(now), ZoneOffset.UTC);
  }

  /** Returns the exit status: 0 for success, 1 for a failure, 2 for a wrong call. */
  public int run(String... arguments) {
    Map<String, String> options = new LinkedHashMap<>();
    for (int i = 1; i + 1 < arguments.length; i += 2) {
      options.put(arguments[i], arguments[i + 1]);
    }
    try {
      String verb = arguments.length == 0 ? "" : arguments[0];
      return run(verb, options);
    } catch (ConnectorException | DeclarativeException e) {
      return failed(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      return failed("A file could not be read: " + e.getMessage());
    } finally {
      out.flush();
    }
  }

  /** Tells of a defect in this program, with the place of it. */
  void crashed(RuntimeException defect) {
    StackTraceElement[] trace = defect.getStackTrace();
    failed(defect + (trace.length == 0 ? "" : " at " + trace[0]));
    out.flush();
  }

  private int run(String verb, Map<String, String> options) throws IOException {
    Connector connector = new Connector(options);
    switch (verb) {
      case "spec" -> connector.spec();
      case "check" -> connector.check();
      case "discover" -> connector.discover();
      case "read" -> connector.read();
      default -> {
        return 2;
      }
    }
    return 0;
  }

  private int failed(String message) {
    Map<String, @Nullable Object> error = new LinkedHashMap<>();
    error.put("message", message);
    error.put("internal_message", message);
    error.put("failure_type", "system_error");
    Map<String, @Nullable Object> trace = new LinkedHashMap<>();
    trace.put("type", "ERROR");
    trace.put("emitted_at", clock.millis());
    trace.put("error", error);
    print("TRACE", "trace", trace);
    return 1;
  }

  private void print(String type, String field, @Nullable Object value) {
    Map<String, @Nullable Object> message = new LinkedHashMap<>();
    message.put("type", type);
    message.put(field, value);
    line(Json.write(message).getBytes(StandardCharsets.UTF_8));
  }

  /** A changed config is told of on another thread than records. */
  private synchronized void line(byte[] message) {
    out.write(message, 0, message.length);
    out.write('\n');
  }

  /** The listener of a run, for a platform that reads what is printed. */
  private RunOptions printing() {
    return RunOptions.defaults()
        .heardBy(
            new ConnectorListener() {
              @Override
              public void configChanged(String connector, String config) {
                Map<String, @Nullable Object> control = new LinkedHashMap<>();
                control.put("type", "CONNECTOR_CONFIG");
                control.put("emitted_at", clock.millis());
                control.put("connectorConfig", Map.of("config", Json.readObject(config)));
                print("CONTROL", "control", control);
              }
            });
  }

  /** The connector of one call. */
  private final class Connector {
    private final Map<String, String> options;
    private final DeclarativeConnector connector;

    Connector(Map<String, String> options) throws IOException {
      this.options = options;
      this.connector =
          new DeclarativeConnector(
              "source-declarative-manifest",
              Manifest.read(file("--manifest-path")),
              clock,
              config -> NetworkPolicy.trusted());
    }

    private String file(String option) throws IOException {
      String path = options.get(option);
      if (path == null) {
        throw new IOException(option + " is missing");
      }
      return Files.readString(Path.of(path), StandardCharsets.UTF_8);
    }

    private ConnectorConfig config() throws IOException {
      return new ConnectorConfig(file("--config"));
    }

    void spec() {
      var spec = connector.spec(RunOptions.defaults());
      Map<String, @Nullable Object> shown = new LinkedHashMap<>();
      shown.put("connectionSpecification", Json.readObject(spec.connectionSpecification()));
      spec.documentationUrl().ifPresent(url -> shown.put("documentationUrl", url));
      shown.put("supportsNormalization", false);
      shown.put("supportsDBT", false);
      connector.advancedAuth().ifPresent(auth -> shown.put("advanced_auth", auth));
      ManifestProgram.this.print("SPEC", "spec", shown);
    }

    void check() throws IOException {
      ConnectionStatus status = connector.check(config(), printing());
      Map<String, @Nullable Object> shown = new LinkedHashMap<>();
      shown.put("status", status.succeeded() ? "SUCCEEDED" : "FAILED");
      shown.put("message", status.message());
      ManifestProgram.this.print("CONNECTION_STATUS", "connectionStatus", shown);
    }

    void discover() throws IOException {
      var catalog = connector.discover(config(), RunOptions.defaults());
      ManifestProgram.this.print("CATALOG", "catalog", Json.readObject(CatalogJson.write(catalog)));
    }

    void read() throws IOException {
      ReadRequest request = new ReadRequest(config(), catalog(file("--catalog")), state());
      try (MessageStream messages = connector.read(request, printing())) {
        for (var next = messages.next(); next.isPresent(); next = messages.next()) {
          print(next.get());
        }
      }
    }

    private StateInput state() throws IOException {
      if (!options.containsKey("--state")) {
        return new StateInput.None();
      }
      Object state = Json.read(file("--state"));
      return state instanceof List<?> list
          ? new StateInput.Typed(list.stream().map(Json::write).toList())
          : new StateInput.None();
    }

    private void print(Message message) {
      if (message instanceof RecordMessage record) {
        line(record.line());
      } else if (message instanceof StateMessage state) {
        String line = "{\"type\":\"STATE\",\"state\":" + state.json() + "}";
        line(line.getBytes(StandardCharsets.UTF_8));
      } else if (message instanceof TraceMessage.Status status) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        shown.put("stream_descriptor", Map.of("name", status.stream().name()));
        shown.put("status", status.status().name());
        Map<String, @Nullable Object> trace = new LinkedHashMap<>();
        trace.put("type", "STREAM_STATUS");
        trace.put("emitted_at", clock.millis());
        trace.put("stream_status", shown);
        ManifestProgram.this.print("TRACE", "trace", trace);
      }
    }
  }

  /** A configured catalog as a platform writes it. */
  private static ConfiguredCatalog catalog(String json) {
    List<ConfiguredStream> streams = new ArrayList<>();
    if (Json.readObject(json).get("streams") instanceof List<?> list) {
      for (Object item : list) {
        if (item instanceof Map<?, ?> configured
            && configured.get("stream") instanceof Map<?, ?> s) {
          AirbyteStream stream =
              CatalogJson.read("{\"streams\":[" + Json.write(s) + "]}").streams().get(0);
          streams.add(
              new ConfiguredStream(
                  stream,
                  "incremental".equals(configured.get("sync_mode"))
                      ? SyncMode.INCREMENTAL
                      : SyncMode.FULL_REFRESH,
                  DestinationSyncMode.valueOf(
                      Optional.ofNullable(configured.get("destination_sync_mode"))
                          .map(mode -> mode.toString().toUpperCase(Locale.ROOT))
                          .orElse("APPEND")),
                  List.of(),
                  List.of(),
                  0,
                  0,
                  0));
        }
      }
    }
    return new ConfiguredCatalog(streams);
  }
}
