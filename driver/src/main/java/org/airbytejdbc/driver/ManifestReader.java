package org.airbytejdbc.driver;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.airbytejdbc.connector.Cancellation;
import org.airbytejdbc.connector.Connector;
import org.airbytejdbc.connector.ConnectorException;
import org.airbytejdbc.connector.ConnectorException.Kind;
import org.airbytejdbc.connector.ManifestConnectors;
import org.airbytejdbc.connector.net.WebDocument;
import org.airbytejdbc.declarative.DeclarativeConnector;
import org.airbytejdbc.declarative.DeclarativeException;
import org.airbytejdbc.declarative.http.NetworkPolicy;
import org.airbytejdbc.declarative.manifest.Manifest;

/**
 * Reads manifests from files and over HTTP. Their connectors run in this JVM, and reach private
 * networks only for hosts that the config names.
 */
final class ManifestReader implements ManifestConnectors {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** The longest that is published has a twentieth of it. */
  private static final int LONGEST = 16 << 20;

  @Override
  public Connector open(String name, URI manifest) {
    try {
      Manifest read = Manifest.read(text(manifest));
      requirePure(name, read);
      return new DeclarativeConnector(name, read, Clock.systemUTC(), NetworkPolicy::forConfig);
    } catch (IOException e) {
      throw new ConnectorException(
          Kind.LAUNCH_FAILED,
          "%s: its manifest cannot be read: %s".formatted(name, e),
          "manifest= gives the path of a YAML file, or its address",
          e);
    } catch (DeclarativeException e) {
      throw new ConnectorException(
          Kind.LAUNCH_FAILED, name + ": " + e.getMessage(), "Mend the manifest", e);
    }
  }

  private static String text(URI manifest) throws IOException {
    byte[] bytes =
        manifest.getScheme().equals("file")
            ? Files.readAllBytes(Path.of(manifest))
            : download(manifest);
    if (bytes.length > LONGEST) {
      throw new IOException("it is longer than 16 MB");
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static byte[] download(URI manifest) throws IOException {
    HttpRequest request = HttpRequest.newBuilder(manifest).timeout(PATIENCE).build();
    HttpResponse<byte[]> response = WebDocument.fetch(request, Cancellation.none());
    if (response.statusCode() != 200) {
      throw new IOException("the server answered " + response.statusCode());
    }
    return response.body();
  }

  private static void requirePure(String name, Manifest manifest) {
    Optional<String> custom = manifest.customComponent();
    if (custom.isPresent()) {
      throw new ConnectorException(
          Kind.LAUNCH_FAILED,
          name + " needs Python: its manifest has a component of its own, " + custom.get(),
          "Run it as a Python package or a container");
    }
  }
}
