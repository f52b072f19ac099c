package org.airbytejdbc.driver.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.airbytejdbc.cache.CacheLocation.DuckDbFile;
import org.airbytejdbc.cache.CacheLocation.InMemory;
import org.airbytejdbc.cache.FreshnessPolicy;
import org.airbytejdbc.cache.FreshnessPolicy.Refresh;
import org.airbytejdbc.cache.SourceSettings;
import org.airbytejdbc.cache.SourceSettings.SyncStrategy;
import org.airbytejdbc.cache.SourceSettings.UndeclaredFields;
import org.airbytejdbc.connector.config.ConfigInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkspaceFileTest {
  @TempDir Path folder;

  @Test
  void namesSourcesWithTheirPropertiesAndThoseOfTheConnection() {
    ConnectionSettings settings =
        settings(
            "",
            """
            sources:
              shop:
                connector: source-faker
                config: {count: 1000, rate: 1.10, key: "${SHOP_KEY}"}
                version: 7.10
                streams: [users, "a,b*"]
                syncMode: incremental_append
                undeclared: json
              crm:
                connector: source-hardcoded-records
                config: crm.json
                executable: bin/crm
                streams: customers, products
                cache: memory
            cache: duckdb:team.duckdb
            refresh: never
            maxAge: 7d
            refreshCatalog: true
            """);
    SourceDefinition shop = settings.sources().get(0);
    SourceDefinition crm = settings.sources().get(1);
    assertThat(settings.schema()).isEmpty();
    assertThat(settings.freshness())
        .isEqualTo(new FreshnessPolicy(Refresh.NEVER, Duration.ofDays(7)));
    assertThat(settings.refreshCatalog()).isTrue();
    assertThat(shop.name()).isEqualTo("shop");
    assertThat(shop.connector().name()).isEqualTo("source-faker");
    assertThat(shop.connector().version()).contains("7.10");
    assertThat(shop.config().config())
        .contains("{\"count\":1000,\"rate\":1.10,\"key\":\"${SHOP_KEY}\"}");
    assertThat(shop.settings())
        .isEqualTo(
            new SourceSettings(
                List.of("users", "a,b*"), SyncStrategy.INCREMENTAL_APPEND, UndeclaredFields.JSON));
    assertThat(shop.cache()).isEqualTo(new DuckDbFile(folder.resolve("team.duckdb")));
    assertThat(crm.name()).isEqualTo("crm");
    assertThat(crm.config())
        .isEqualTo(new ConfigInput(java.util.Optional.of("crm.json"), java.util.Map.of(), folder));
    assertThat(crm.connector().executable()).contains(folder.resolve("bin/crm"));
    assertThat(crm.settings().streams()).containsExactly("customers", "products");
    assertThat(crm.cache()).isInstanceOf(InMemory.class);
  }

  @Test
  void theUrlGoesBeforeTheFile() {
    String yaml =
        """
        sources: {shop: {connector: source-faker}}
        refresh: never
        maxAge: 7d
        cache: memory
        """;
    ConnectionSettings settings = settings("&refresh=always&cache=duckdb:/data/x.duckdb", yaml);
    assertThat(settings.freshness())
        .isEqualTo(new FreshnessPolicy(Refresh.ALWAYS, Duration.ofDays(7)));
    assertThat(settings.sources().get(0).cache())
        .isEqualTo(new DuckDbFile(Path.of("/data/x.duckdb")));
  }

  @Test
  void aSingleSourceIsTheCurrentSchema() {
    assertThat(settings("", "sources: {shop: {connector: source-faker}}").schema())
        .isEqualTo("shop");
  }

  @Test
  void sourcesShareOneCacheForEachFile() {
    String yaml = "sources: {a: {connector: source-x}, b: {connector: source-y}}";
    ConnectionSettings settings = settings("", yaml);
    assertThat(settings.sources().get(0).cache()).isEqualTo(settings.sources().get(1).cache());
    assertThat(((DuckDbFile) settings.sources().get(0).cache()).path().toString())
        .matches(".*/home/caches/team-[0-9a-f]{12}.duckdb");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``                                                   | it holds no keys and values",
        "hello                                                | it holds no keys and values",
        "refresh: auto                                        | sources names no source",
        "sources: {}                                          | sources names no source",
        "sources: [shop]                                      | sources names no source",
        "sources: {shop: source-x}                            | sources.shop names no connector",
        "sources: {shop: {config: {}}}                        | sources.shop names no connector",
        "sources: {shop: {connector: }}                       | sources.shop names no connector",
        "sources: {shop: {connector: [a]}}                    | sources.shop names no connector",
        "sources: {shop: {connector: a b}}                    | sources.shop has something for its connector",
        "sources: {main: {connector: a}}                      | a source cannot be called 'main'",
        "sources: {a: {connector: x}, A: {connector: y}}      | sources names 'A' twice",
        "sources: {a: {connector: x}, a: {connector: y}}      | line 1, column 31 is not valid YAML",
        "sources: {a: {connector: x                           | is not valid YAML",
        "sources: {a: {connector: x, confg: 1}}               | sources.a: Property 'confg' is unknown",
        "sources: {a: {connector: x, refresh: auto}}          | sources.a: Property 'refresh' cannot be set here",
        "sources: {a: {connector: x, name: b}}                | sources.a: Property 'name' cannot be set here",
        "sources: {a: {connector: x, password: b}}            | sources.a: Property 'password' cannot be set here",
        "sources: {a: {connector: x, config.a: 1, config: []}} | sources.a: Property 'config' has no value",
        "sources: {a: {connector: x, version: }}              | sources.a: Property 'version' has no value",
        "sources: {a: {connector: x, version: {b: 1}}}        | sources.a: Property 'version' has no value",
        "sources: {a: {connector: x, streams: [b, '']}}       | sources.a: Property 'streams' must be names",
        "sources: {a: {connector: x, streams: [b, [c]]}}      | sources.a: Property 'streams' must be names",
        "sources: {a: {connector: x, undeclared: keep}}       | sources.a: Property 'undeclared' must be one of",
        "{sources: {a: {connector: x}}, refresh: soon}        | team.yaml: Property 'refresh' must be one of",
        "{sources: {a: {connector: x}}, config: {}}           | team.yaml: Property 'config' cannot be set here",
        "{sources: {a: {connector: x}}, workspace: b.yaml}    | team.yaml: Property 'workspace' cannot be set here",
        "{sources: {a: {connector: x}}, maxage: 1h}           | team.yaml: Property 'maxage' is unknown",
      })
  void refusesWithThePlaceInTheFile(String yaml, String message) {
    assertThatThrownBy(() -> settings("", yaml))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining(message);
  }

  @Test
  void quotesNothingOfABrokenFile() {
    assertThatThrownBy(
            () -> settings("", "sources: {a: {connector: x, config: {key: 'hush}}}\nb: 'hush'"))
        .isInstanceOf(SettingsException.class)
        .hasMessageNotContaining("hush");
  }

  @Test
  void refusesAFileThatIsNoText() throws IOException {
    Path file = Files.write(folder.resolve("team.yaml"), new byte[] {'a', (byte) 0xFF});
    assertThatThrownBy(() -> WorkspaceFile.read(file))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("cannot be read as UTF-8 text");
  }

  private ConnectionSettings settings(String more, String yaml) {
    Path file = folder.resolve("team.yaml");
    try {
      Files.writeString(file, yaml, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ConnectionUrl url = ConnectionUrl.parse("jdbc:airbyte:?workspace=" + file + more).orElseThrow();
    return ConnectionSettings.of(url, new Properties(), new HomeFolder(folder.resolve("home")));
  }
}
