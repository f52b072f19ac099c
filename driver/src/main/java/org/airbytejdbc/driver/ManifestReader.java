package org.airbytejdbc.driver;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.airbytejdbc.connector.Connector;
import org.airbytejdbc.connector.ConnectorException;
import org.airbytejdbc.connector.ConnectorException.Kind;
import org.airbytejdbc.connector.ManifestConnectors;
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
      return new DeclarativeConnector(
          name, Manifest.read(text(manifest)), Clock.systemUTC(), NetworkPolicy::forConfig);
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
    try (InputStream in =
        manifest.getScheme().equals("file")
            ? Files.newInputStream(Path.of(manifest))
            : download(manifest)) {
      byte[] bytes = in.readNBytes(LONGEST + 1);
      if (bytes.length > LONGEST) {
        throw new IOException("it is longer than 16 MB");
      }
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  private static InputStream download(URI manifest) throws IOException {
    HttpClient client =
        HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    HttpRequest request = HttpRequest.newBuilder(manifest).timeout(PATIENCE).build();
    try {
      var response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      if (response.statusCode() != 200) {
        response.body().close();
        throw new IOException("the server answered " + response.statusCode());
      }
      return response.body();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
