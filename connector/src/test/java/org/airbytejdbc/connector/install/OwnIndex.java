package org.airbytejdbc.connector.install;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.airbytejdbc.connector.Connector;
import org.airbytejdbc.connector.ConnectorFinder;
import org.airbytejdbc.connector.ConnectorReference;
import org.airbytejdbc.connector.PipRequirements;
import org.airbytejdbc.connector.RunOptions;
import org.airbytejdbc.connector.config.ConnectorConfig;
import org.airbytejdbc.testing.ConnectorWheel;
import org.airbytejdbc.testing.PackageIndex;

/** A home for connectors that are installed by the real uv, from an index of the test's own. */
final class OwnIndex implements AutoCloseable {
  private static final Path SHARED =
      Path.of(requireNonNull(System.getProperty("airbyte.test.home")));

  private final Path home;
  private final PackageIndex index = PackageIndex.start();

  /** The uv is the one that all tests share: this index has none. */
  OwnIndex(Path home) throws IOException {
    this.home = home;
    new ConnectorFinder(SHARED)
        .find(ConnectorReference.of("source-faker"))
        .spec(RunOptions.defaults());
    Files.createSymbolicLink(home.resolve("tools"), SHARED.resolve("tools"));
  }

  OwnIndex publish(ConnectorWheel wheel) {
    index.publish(wheel);
    return this;
  }

  ConnectorFinder finder() {
    Map<String, String> environment = index.environment();
    environment.put("UV_CACHE_DIR", home.resolve("uv-cache").toString());
    return new ConnectorFinder(home, environment);
  }

  /** Has everything fetched anew. */
  void emptyCache() throws IOException {
    EnvironmentFiles.delete(home.resolve("uv-cache"));
  }

  /** The connector of that name, or what is to be installed for it. */
  Connector tiny(String pip) {
    return finder().find(reference(pip));
  }

  ConnectorReference reference(String pip) {
    return ConnectorReference.of("source-tiny")
        .installing(Optional.of(PipRequirements.parse(pip, home)));
  }

  static String title(Connector connector) {
    return connector.spec(RunOptions.defaults()).connectionSpecification();
  }

  static String fields(Connector connector) {
    return connector
        .discover(new ConnectorConfig("{}"), RunOptions.defaults())
        .streams()
        .get(0)
        .jsonSchema();
  }

  @Override
  public void close() {
    index.close();
  }
}
