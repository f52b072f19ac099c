package org.airbytejdbc.declarative;

import static org.airbytejdbc.declarative.DeclarativeException.Failure.CONFIG_ERROR;
import static org.airbytejdbc.declarative.DeclarativeException.Failure.SYSTEM_ERROR;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.airbytejdbc.connector.ConnectorException;
import org.airbytejdbc.connector.ConnectorException.Kind;
import org.airbytejdbc.connector.MessageStream;
import org.airbytejdbc.connector.ReadRequest;
import org.airbytejdbc.connector.RunOptions;
import org.airbytejdbc.connector.config.ConnectorConfig;
import org.airbytejdbc.connector.protocol.CatalogJson;
import org.airbytejdbc.connector.protocol.ConnectionStatus;
import org.airbytejdbc.connector.protocol.StateInput;
import org.airbytejdbc.connector.protocol.TraceMessage;
import org.airbytejdbc.declarative.http.NetworkPolicy;
import org.airbytejdbc.declarative.json.Json;
import org.airbytejdbc.declarative.manifest.Manifest;
import org.jspecify.annotations.Nullable;

/**
 * The command line of Airbyte's {@code source-declarative-manifest}: messages of the protocol, one
 * a line. It trusts its manifest, which is its author's own, to reach any network.
 */
public final class ManifestProgram {
  private final ProtocolOutput out;
  private final Clock clock;

  /**
   * @param environment {@code MOCK_NOW} stops the clock at that instant
   */
  public ManifestProgram(PrintStream out, Map<String, String> environment) {
    String now = environment.getOrDefault("MOCK_NOW", "");
    this.clock =
        now.isEmpty() ? Clock.systemUTC() : Clock.fixed(Instant.parse(now), ZoneOffset.UTC);
    this.out = new ProtocolOutput(out, clock);
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
    } catch (DeclarativeException e) {
      return failed(e, e.failure());
    } catch (ConnectorException e) {
      return failed(e, e.kind() == Kind.INVALID_CONFIG ? CONFIG_ERROR : SYSTEM_ERROR);
    } catch (IOException e) {
      return failed(new IOException("A file could not be read: " + e.getMessage()), CONFIG_ERROR);
    } catch (RuntimeException defect) {
      return failed(new IllegalStateException(defect + place(defect), defect), SYSTEM_ERROR);
    } finally {
      out.flush();
    }
  }

  /** Where a defect of this program is, for whoever is to mend it. */
  private static String place(RuntimeException defect) {
    StackTraceElement[] trace = defect.getStackTrace();
    return trace.length == 0 ? "" : " at " + trace[0];
  }

  private int failed(Exception failure, DeclarativeException.Failure type) {
    out.failed(String.valueOf(failure.getMessage()), type);
    return 1;
  }

  private int run(String verb, Map<String, String> options) throws IOException {
    Connector connector = new Connector(options);
    switch (verb) {
      case "spec" -> connector.spec();
      case "check" -> connector.check();
      case "discover" -> connector.discover();
      case "read" -> {
        return connector.read() ? 0 : 1;
      }
      default -> {
        return 2;
      }
    }
    return 0;
  }

  /** For a platform that reads what is printed. */
  private RunOptions printing() {
    return RunOptions.defaults().heardBy(out);
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
      out.print("SPEC", "spec", shown);
    }

    void check() throws IOException {
      ConnectionStatus status = connector.check(config(), printing());
      Map<String, @Nullable Object> shown = new LinkedHashMap<>();
      shown.put("status", status.succeeded() ? "SUCCEEDED" : "FAILED");
      shown.put("message", status.message());
      out.print("CONNECTION_STATUS", "connectionStatus", shown);
    }

    void discover() throws IOException {
      var catalog = connector.discover(config(), RunOptions.defaults());
      out.print("CATALOG", "catalog", Json.readObject(CatalogJson.write(catalog)));
    }

    /** False if a stream failed, of which its messages have told. */
    boolean read() throws IOException {
      ReadRequest request =
          new ReadRequest(config(), ConfiguredStreams.read(file("--catalog")), state());
      boolean told = false;
      out.info("Starting syncing");
      try (MessageStream messages = connector.read(request, printing())) {
        for (var next = messages.next(); next.isPresent(); next = messages.next()) {
          told |= next.get() instanceof TraceMessage.Failure;
          out.print(next.get());
        }
      } catch (ConnectorException e) {
        if (!told) {
          throw e;
        }
      }
      out.info("Finished syncing");
      return !told;
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
  }
}
