package org.airbytejdbc.cache;

import static org.airbytejdbc.cache.Lab.record;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Set;
import org.airbytejdbc.cache.CacheLocation.InMemory;
import org.airbytejdbc.cache.Freshness.Touched;
import org.airbytejdbc.cache.catalog.SourceCatalog;
import org.airbytejdbc.cache.catalog.StreamTable;
import org.airbytejdbc.connector.Cancellation;
import org.airbytejdbc.connector.RunOptions;
import org.airbytejdbc.connector.config.ConnectorConfig;
import org.airbytejdbc.connector.launch.CommandLine;
import org.airbytejdbc.connector.launch.ExecutableLauncher;
import org.airbytejdbc.connector.launch.ProcessConnector;
import org.airbytejdbc.connector.launch.ProgramLauncher;
import org.airbytejdbc.testing.ScriptedConnector;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is known of a source without asking its connector. */
class CatalogTest {
  private static final String ID = "{\"id\": {\"type\": \"integer\"}}";

  @TempDir Path folder;
  private ScriptedConnector connector;

  @BeforeEach
  void script() {
    connector =
        new ScriptedConnector(folder, "source-shop")
            .stream("users", ID).stream(
                    "log", "{\"text\": {\"type\": \"string\", \"description\": \"what\"}}")
                .read(record("users", "{\"id\": 1}"));
  }

  @Test
  void catalogIsDiscoveredOnceAndKnownToTheNextProcess() {
    SourceCatalog first;
    try (Lab lab = new Lab(folder)) {
      first = lab.catalog(lab.source(connector));
      assertThat(lab.catalog(lab.source(connector))).isEqualTo(first);
    }
    try (Lab lab = new Lab(folder)) {
      assertThat(lab.catalog(lab.source(connector))).isEqualTo(first);
    }
    assertThat(connector.calls()).hasSize(1);
    assertThat(first.tables()).extracting(StreamTable::table).containsExactly("users", "log");
    assertThat(first.tables().get(0).primaryKey()).containsExactly("id");
    assertThat(first.tables().get(1).columns().get(0).description()).isEqualTo("what");
  }

  @Test
  void anotherVersionOrConfigIsDiscoveredAgainAndMakesStreamsStale() throws IOException {
    try (Lab lab = new Lab(folder)) {
      Source source = lab.source(connector);
      lab.ensure(FreshnessPolicy.DEFAULT, Lab.options(false), lab.touched(source, "users"));
      Files.setLastModifiedTime(
          connector.executable(), FileTime.from(Instant.parse("2001-01-01T00:00:00Z")));
      lab.ensure(FreshnessPolicy.DEFAULT, Lab.options(false), lab.touched(source, "users"));
      assertThat(connector.calls("discover")).hasSize(2);
      assertThat(connector.calls("read")).hasSize(2);

      Source other =
          new Source(
              "shop",
              source.connector(),
              new ConnectorConfig("{\"canary\": \"hush\"}"),
              SourceSettings.DEFAULT);
      lab.ensure(FreshnessPolicy.DEFAULT, Lab.options(false), lab.touched(other, "users"));
      assertThat(connector.calls("discover")).hasSize(3);
      assertThat(connector.calls("read")).hasSize(3);
      assertThat(lab.query("FROM _airbyte.sources").toString()).doesNotContain("hush");
    }
  }

  @Test
  void connectorThatIsInstalledAtItsFirstUseIsAskedOnce() {
    try (Lab lab = new Lab(folder)) {
      Source source =
          new Source(
              "shop",
              new ProcessConnector(
                  "source-shop",
                  new InstallingLauncher(connector.write(), folder.resolve("installed"))),
              new ConnectorConfig("{}"),
              SourceSettings.DEFAULT);
      lab.catalog(source);
      lab.catalog(source);
    }
    assertThat(connector.calls("discover")).hasSize(1);
  }

  /** Knows its connector's version once it has been started. */
  private record InstallingLauncher(Path executable, Path mark) implements ProgramLauncher {
    @Override
    public String what() {
      return "a program";
    }

    @Override
    public String version() {
      return installed() ? "1.2.3" : "newest";
    }

    @Override
    public boolean installed() {
      return Files.exists(mark);
    }

    @Override
    public CommandLine commandLine(RunOptions options) {
      try {
        Files.writeString(mark, "1.2.3");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return new ExecutableLauncher(executable).commandLine(options);
    }
  }

  @Test
  void versionOfTheCatalogChangesWithItsTables() {
    try (Lab lab = new Lab(folder)) {
      Source source = lab.source(connector);
      long before = lab.catalog(source).version();
      assertThat(lab.rediscover(source).version()).isEqualTo(before);
      connector.stream("more", ID).write();
      assertThat(lab.rediscover(source).version()).isNotEqualTo(before);
    }
  }

  @Test
  void tablesOfStreamsThatWereNeverReadCanBeNamed() {
    try (Lab lab = new Lab(folder, new InMemory("m"), CacheSettings.DEFAULT)) {
      Source source = lab.source(connector);
      StreamTable users = lab.table(source, "users");
      lab.cache().ensureTables(source, Set.of(users), Cancellation.none());
      lab.cache().ensureTables(source, Set.of(users), Cancellation.none());
      assertThat(lab.query("FROM shop.users")).isEmpty();
      assertThat(lab.cache().everRead(users)).isFalse();
      lab.sync(source, "users");
      assertThat(lab.cache().everRead(users)).isTrue();
      assertThat(connector.calls("read")).hasSize(1);
    }
  }

  @Test
  void cacheFileThatIsRemovedWhileItIsNotHeldIsMadeAgain() throws IOException {
    try (Lab lab = new Lab(folder)) {
      Source source = lab.source(connector);
      Touched users = lab.touched(source, "users");
      StreamTable table = lab.table(source, "users");
      lab.ensure(FreshnessPolicy.DEFAULT, Lab.options(false), users);
      Files.delete(folder.resolve("cache.duckdb"));
      Await.until(() -> !everReadAfterAMoment(lab, table));
      lab.ensure(FreshnessPolicy.DEFAULT, Lab.options(false), users);
      assertThat(lab.query("SELECT id FROM shop.users")).containsExactly("1");
      assertThat(connector.calls("read")).hasSize(2);
    }
  }

  /** Looking all the time would keep the removed file in use. */
  private static boolean everReadAfterAMoment(Lab lab, StreamTable table) {
    try {
      Thread.sleep(1_300);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    return lab.cache().everRead(table);
  }
}
