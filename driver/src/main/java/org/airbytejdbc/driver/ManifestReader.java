package org.airbytejdbc.driver;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.airbytejdbc.connector.Cancellation;
import org.airbytejdbc.connector.Connector;
import org.airbytejdbc.connector.ConnectorException;
import org.airbytejdbc.connector.ConnectorException.Kind;
import org.airbytejdbc.connector.ManifestConnectors;
import org.airbytejdbc.connector.ManifestText;
import org.airbytejdbc.connector.RunOptions;
import org.airbytejdbc.connector.net.WebDocument;
import org.airbytejdbc.declarative.DeclarativeConnector;
import org.airbytejdbc.declarative.DeclarativeException;
import org.airbytejdbc.declarative.http.NetworkPolicy;
import org.airbytejdbc.declarative.manifest.Manifest;

/**
 * Reads manifests: from files, and anew once they change, or over HTTP. Their connectors run in
 * this JVM, and reach private networks only for hosts that the config names.
 */
final class ManifestReader implements ManifestConnectors {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Override
  public Connector open(String name, URI manifest) {
    return manifest.getScheme().equals("file")
        ? new ManifestFile(name, Path.of(manifest), () -> inside(name, manifest))
        : inside(name, manifest);
  }

  @Override
  public ManifestText read(String name, URI manifest) {
    String text = text(name, manifest);
    return new ManifestText(text, connector(name, text).spec(RunOptions.defaults()));
  }

  private static Connector inside(String name, URI manifest) {
    DeclarativeConnector connector = connector(name, text(name, manifest));
    connector.requirePure();
    return connector;
  }

  private static DeclarativeConnector connector(String name, String text) {
    try {
      return new DeclarativeConnector(
          name, Manifest.read(text), Clock.systemUTC(), NetworkPolicy::forConfig);
    } catch (DeclarativeException e) {
      throw new ConnectorException(
          Kind.LAUNCH_FAILED, name + ": " + e.getMessage(), "Mend the manifest", e);
    }
  }

  private static String told(IOException why) {
    if (why instanceof NoSuchFileException missing) {
      return missing.getFile() + " does not exist";
    }
    return why.getClass() == IOException.class ? why.getMessage() : why.toString();
  }

  private static String text(String name, URI manifest) {
    try {
      return text(manifest);
    } catch (IOException e) {
      throw unreadable(name, e);
    }
  }

  static ConnectorException unreadable(String name, IOException why) {
    return new ConnectorException(
        Kind.LAUNCH_FAILED,
        "%s: its manifest cannot be read: %s".formatted(name, told(why)),
        "manifest= gives the path of a YAML file, or its address",
        why);
  }

  private static String text(URI manifest) throws IOException {
    byte[] bytes =
        manifest.getScheme().equals("file")
            ? Files.readAllBytes(Path.of(manifest))
            : download(manifest);
    if (bytes.length > ManifestText.LONGEST) {
      throw new IOException("it is longer than 16 MB");
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static byte[] download(URI manifest) throws IOException {
    HttpRequest request = HttpRequest.newBuilder(manifest).build();
    HttpResponse<byte[]> response =
        WebDocument.fetch(request, PATIENCE, ManifestText.LONGEST, Cancellation.none());
    if (response.statusCode() != 200) {
      throw new IOException("the server answered " + response.statusCode());
    }
    return response.body();
  }
}
